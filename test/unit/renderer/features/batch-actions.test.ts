import { describe, expect, it } from 'vitest';
import type { WriteBatch, WriteItem, WriteState } from '../../../../contract/writes';
import { batchActions } from '../../../../renderer/features/writing/batch-actions';

const FACTS = { status: 'active', assignedTo: null, classification: null, determination: null, tags: [], comments: 0 };

function batch(id: string, states: readonly WriteState[], rest: Partial<WriteBatch> = {}): WriteBatch {
  const items = states.map(
    (state, at): WriteItem => ({
      id: `${id} ${at}`,
      tenantId: '11111111-1111-1111-1111-111111111111' as WriteItem['tenantId'],
      incidentId: String(at) as WriteItem['incidentId'],
      tenantName: 'Contoso',
      name: 'Phishing',
      change: { status: 'resolved' },
      base: FACTS,
      seenAt: 0,
      askedAt: 0,
      state,
    }),
  );
  const undoable = states.filter((state) => state === 'done').length;
  return { id, startedAt: 0, undoes: null, undone: false, undoable, stays: [], items, ...rest };
}

describe('what the palette offers about orders of changes', () => {
  const offered = (...batches: WriteBatch[]) => {
    const runs: string[] = [];
    const kept = batches.flatMap(({ items }) => items.filter(({ state }) => state === 'kept'));
    const actions = batchActions(
      { batches, kept },
      {
        undo: (id) => runs.push(`undo ${id}`),
        retry: (id) => runs.push(`retry ${id}`),
        cancel: (id) => runs.push(`cancel ${id}`),
        askKept: (what) => runs.push(what),
      },
    );
    for (const { run } of actions) run();
    return { labels: actions.map(({ label }) => label), runs };
  };

  it('is to take the last one back, and to try again what failed of the last that did', () => {
    expect(offered(batch('new', ['done', 'done']), batch('old', ['done', 'failed', 'noPermission', 'conflict']))).toEqual({
      labels: ['Undo the last 2 changes…', 'Try the 2 failed changes again'],
      runs: ['undo new', 'retry old'],
    });
  });

  it('is never to take back an older one in the place of the last', () => {
    expect(offered(batch('new', ['sending', 'done']), batch('old', ['done'])).labels).toEqual(['Cancel the change under way']);
    expect(offered(batch('new', ['done'], { undone: true }), batch('old', ['done'])).labels).toEqual([]);
    expect(offered(batch('new', ['conflict']), batch('old', ['done'])).labels).toEqual([]);
  });

  it('is to cancel the last one under way, and to send or drop what waits', () => {
    expect(offered(batch('new', ['settling', 'kept']), batch('old', ['reading', 'waiting', 'settling', 'done']))).toEqual({
      labels: ['Cancel the 2 changes under way', 'Send the change that waits…', 'Drop the change that waits…'],
      runs: ['cancel old', 'send', 'drop'],
    });
  });

  it('is nothing where there is none', () => {
    expect(offered().labels).toEqual([]);
  });
});
