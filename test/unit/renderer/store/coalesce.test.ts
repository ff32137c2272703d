import { expect, it } from 'vitest';
import { coalesce } from '../../../../renderer/store/coalesce';

it('turns a burst into one load running and one after it', async () => {
  const finish: (() => void)[] = [];
  const load = coalesce(() => new Promise<void>((resolve) => finish.push(resolve)));
  const first = load();
  const second = load();
  const third = load();
  expect(finish).toHaveLength(1);
  expect(second).toBe(third);
  finish[0]?.();
  await first;
  await expect.poll(() => finish.length).toBe(2);
  finish[1]?.();
  await second;
  expect(finish).toHaveLength(2);
});

it('starts again after a load that failed', async () => {
  let runs = 0;
  const load = coalesce(async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
  });
  await expect(load()).rejects.toThrow('first');
  await load();
  expect(runs).toBe(2);
});
