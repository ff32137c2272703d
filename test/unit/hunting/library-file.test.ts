import { describe, expect, it } from 'vitest';
import { readLibrary, writeLibrary } from '../../../main/hunting/library-file';

const query = {
  queryId: '11111111-1111-4111-8111-111111111111',
  updatedAt: 5,
  name: 'Rare “programs”',
  folder: 'Ours/Rare',
  tags: ['a', 'b'],
  about: '',
  text: 'DeviceInfo\n| take 1 // é 漢字',
  parameters: [{ name: 'days', label: 'Days', type: 'long' as const, value: '3' }],
};

describe('a file of queries', () => {
  it('is read as it was written, without what belongs to one store', () => {
    const { queryId: _id, updatedAt: _at, ...content } = query;
    const text = writeLibrary([query]);
    expect(readLibrary(text)).toEqual({ ok: true, queries: [content] });
    expect(text).not.toContain(query.queryId);
  });

  it('says what is wrong, and in which query', () => {
    const broken = JSON.parse(writeLibrary([query, query])) as { queries: Record<string, unknown>[] };
    broken.queries[1] = { ...broken.queries[1], text: 7, folder: '/outside' };
    const read = readLibrary(JSON.stringify(broken));
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.faults).toHaveLength(2);
    for (const fault of read.faults) expect(fault).toMatch(/^Query 2 \(“Rare “programs””\), (text|folder): /);
  });

  it.each([
    ['no JSON', 'DeviceInfo | take 1', /no JSON/],
    ['another file', '{"format": "other", "queries": []}', /no list of hunting queries/],
    ['a list', '[]', /no list of hunting queries/],
  ])('refuses %s', (_what, text, why) => {
    const read = readLibrary(text);
    expect(read).toEqual({ ok: false, faults: [expect.stringMatching(why) as string] });
  });
});
