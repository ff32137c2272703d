import { describe, expect, it } from 'vitest';
import { gather } from '../../../main/utility/gather';

describe('what is asked within a moment', () => {
  it('goes as one, and everybody hears their own answer', async () => {
    const batches: (readonly number[])[] = [];
    const double = gather(async (batch: readonly number[]) => {
      batches.push(batch);
      return batch.map((one) => one * 2);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('fails as one, and what is asked later does not', async () => {
    let calls = 0;
    const once = gather(async (batch: readonly string[]) => {
      calls += 1;
      if (calls === 1) throw new Error('not now');
      return batch;
    });
    const settled = await Promise.allSettled([once('a'), once('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await once('c')).toBe('c');
  });

  it('is sent at once when told to, in the order it was asked', async () => {
    const sent: string[] = [];
    const tell = gather(async (batch: readonly string[]) => {
      sent.push(...batch);
      return batch.map(() => undefined);
    });
    const told = [tell('begins'), tell('ends')];
    await tell.flush();
    expect(sent).toEqual(['begins', 'ends']);
    expect(await Promise.all(told)).toEqual([undefined, undefined]);
    await tell.flush();
    expect(sent).toHaveLength(2);
  });

  it('goes before its moment has passed once it weighs enough', async () => {
    const batches: (readonly number[])[] = [];
    const store = gather(
      async (batch: readonly number[]) => {
        batches.push(batch);
        return batch;
      },
      { momentMs: 3_600_000, full: 10, weigh: (one) => one },
    );
    expect(await Promise.all([store(4), store(5), store(1), store(12)])).toEqual([4, 5, 1, 12]);
    expect(batches).toEqual([[4, 5, 1], [12]]);
    const later = store(9);
    await store.flush();
    expect(await later).toBe(9);
    expect(batches).toHaveLength(3);
  });
});
