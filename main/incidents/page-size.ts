import type { Problem } from '../../contract/problem';

/** Twice what two pages share (`list-place.ts`): fewer would not get on. */
export const SMALLEST_PAGE = 10;

/** Rows to ask for of a page of `size` that was too much `lighter` times: a quarter each time, at least ten. */
export function lighterPage(size: number, lighter: number): number {
  let rows = size;
  for (let left = lighter; left > 0; left--) rows = Math.min(rows, Math.max(SMALLEST_PAGE, Math.floor(rows / 4)));
  return rows;
}

/** Whether fewer rows may mend it: the answer was larger than may be held, or there was none in time, here (a clock of ours) or at the service (504). */
export function isTooMuch({ problem, tooLarge = false }: { problem: Problem; tooLarge?: boolean }): boolean {
  return tooLarge || problem.code === 'timeout' || (problem.httpStatus === 504 && problem.retryAt === undefined);
}
