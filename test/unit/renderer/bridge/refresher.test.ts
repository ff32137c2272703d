import { expect, it } from 'vitest';
import { refresher } from '../../../../renderer/bridge/refresher';

/** Something asked, and the answers it waits for. */
function asked() {
  const answer: ((value: string) => void)[] = [];
  const taken: string[] = [];
  const one = refresher(
    () => new Promise<string>((resolve) => answer.push(resolve)),
    (value) => taken.push(value),
  );
  return { ...one, answer, taken };
}

it('asks one at a time, and once more for all that came meanwhile', async () => {
  const { refresh, answer, taken } = asked();
  for (let event = 0; event < 5; event += 1) refresh();
  expect(answer).toHaveLength(1);
  answer[0]?.('first');
  await expect.poll(() => answer.length).toBe(2);
  // Shown though it was behind: else nothing would be while changes come quicker than answers.
  expect(taken).toEqual(['first']);
  answer[1]?.('second');
  await expect.poll(() => taken).toEqual(['first', 'second']);
  expect(answer).toHaveLength(2);
});

it('takes no answer that is not wanted any more, and asks nothing after it', async () => {
  const { refresh, stop, answer, taken } = asked();
  refresh();
  refresh();
  stop();
  answer[0]?.('late');
  await new Promise((resolve) => setImmediate(resolve));
  expect([answer.length, taken]).toEqual([1, []]);
});
