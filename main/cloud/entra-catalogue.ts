import { ENTRA_ROWS } from '../../contract/entra-codes';
import type { ProblemCode } from '../../contract/problem';

/** What each AADSTS number means for a tenant of the partner app. */
export const ENTRA_CATALOGUE: ReadonlyMap<number, ProblemCode> = new Map(
  ENTRA_ROWS.flatMap(({ numbers, code }) => numbers.map((number) => [number, code] as const)),
);
