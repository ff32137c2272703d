import { coalesce } from '../store/coalesce';

/**
 * Asks again and again for the same thing, one at a time: what triggers it while it is under way is one more, behind it. So an answer that takes longer
 * than changes come is still given, and main is asked no quicker than it answers.
 */
export function refresher<T>(ask: () => Promise<T>, onAnswer: (answer: T) => void): { refresh(): void; stop(): void } {
  let wanted = true;
  const load = coalesce(async () => {
    if (!wanted) return;
    const answer = await ask();
    if (wanted) onAnswer(answer);
  });
  return {
    refresh: () => void load(),
    /** From now on nothing is asked any more, and no answer taken. */
    stop: () => {
      wanted = false;
    },
  };
}
