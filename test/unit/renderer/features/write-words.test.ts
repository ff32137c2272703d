import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../contract/problem';
import type { TakenChange, WriteItem, WriteState } from '../../../../contract/writes';
import { failureWords, stateTone, stateWords, undoHindrance } from '../../../../renderer/features/writing/write-words';
import { localTime } from '../../../../renderer/ui/relative-time';

const FACTS = { status: 'active', assignedTo: null, classification: null, determination: null, tags: [], comments: 0 };
const TAKEN: TakenChange = { before: FACTS, change: { status: 'resolved' }, surface: 'graph', at: 0 };

const said = (state: WriteState, problem: Problem, taken?: TakenChange) =>
  failureWords({
    id: '1',
    tenantId: '11111111-1111-1111-1111-111111111111' as WriteItem['tenantId'],
    incidentId: '1' as WriteItem['incidentId'],
    tenantName: 'Contoso',
    name: 'Phishing',
    change: { status: 'resolved', comment: 'Done' },
    base: FACTS,
    seenAt: 0,
    askedAt: 0,
    state,
    problem,
    ...(taken ? { taken } : {}),
  });

describe('why a change failed', () => {
  it('is said in our words, with the moment it may be over', () => {
    const retryAt = Date.UTC(2026, 10, 30, 12, 0, 5);
    expect(said('failed', { code: 'throttled', at: 0, retryAt })).toBe(`Microsoft asks us to wait · Not before ${localTime(retryAt)}`);
  });

  it('holds what the service said, and nothing that was written for the log', () => {
    expect(said('failed', { code: 'refused', at: 0, httpStatus: 400, detail: 'BadRequest: Not now' })).toBe(
      'Request refused · BadRequest: Not now',
    );
    expect(said('kept', { code: 'unreachable', at: 0, detail: 'The connection failed.' })).toBe('Not reachable');
  });

  it('says what was taken all the same', () => {
    const problem: Problem = { code: 'timeout', at: 0 };
    expect(said('failed', problem, TAKEN)).toBe('The fields were changed, the comment was not added. No answer in time');
    expect(said('unknown', problem, TAKEN)).toMatch(/^The fields were changed; whether the comment was added is not known\./);
    expect(said('noPermission', { code: 'rolesMissing', at: 0 }, TAKEN)).toMatch(/^The fields were changed/);
    expect(said('noPermission', { code: 'rolesMissing', at: 0 })).toBeNull();
  });
});

it('never says of a change that was given up that nothing was sent, where that is not known', () => {
  const item = (doubtful: boolean) => ({ state: 'cancelled', doubtful }) as WriteItem;
  expect(stateWords(item(false))).toBe('Cancelled, nothing sent');
  expect(stateWords(item(true))).toBe('Given up: whether Microsoft took it is not known');
  expect(stateWords({ ...item(true), taken: TAKEN })).toBe('Given up: the fields were changed; whether the comment was added is not known');
  expect(stateTone(item(true))).toBe('warning');
});

describe('why an order cannot be undone', () => {
  const item = (state: WriteState, taken?: TakenChange) => ({ state, ...(taken ? { taken } : {}) }) as WriteItem;
  const hindrance = (items: WriteItem[], more: Partial<Parameters<typeof undoHindrance>[0]> = {}) =>
    undoHindrance({ undoable: 0, undone: false, stays: [], items, ...more });

  it('is said where something was changed: by what stays, or as an earlier version kept nothing of before', () => {
    expect(hindrance([item('done', TAKEN)], { stays: ['comments'] })).toBe(
      'Cannot be undone. Comments stay: Microsoft does not take them back.',
    );
    expect(hindrance([item('failed'), item('done')])).toBe(
      'Cannot be undone. An earlier version of Tenantry did not keep what was there before.',
    );
  });

  it('is not said where it can be undone, was, is under way, or where nothing was changed', () => {
    expect(hindrance([item('done', TAKEN)], { undoable: 1, stays: ['comments'] })).toBeNull();
    expect(hindrance([item('done', TAKEN)], { undone: true })).toBeNull();
    expect(hindrance([item('done', TAKEN), item('reading')])).toBeNull();
    expect(hindrance([item('failed'), item('unchanged'), item('cancelled')])).toBeNull();
  });
});
