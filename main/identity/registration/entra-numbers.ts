import type { Problem } from '../../../contract/problem';

const is = (...numbers: number[]) => {
  const known: ReadonlySet<number> = new Set(numbers);
  return ({ aadsts }: Pick<Problem, 'aadsts'>): boolean => aadsts !== undefined && known.has(aadsts);
};

/** Which part of a registration an error is about. Source: "Microsoft Entra authentication and authorization error codes" (Microsoft Learn). */
export const isSingleTenant = is(650059, 50194);
export const isAddressNotRegistered = is(50011);
export const isNotRequested = is(650056, 650057);
export const isAppNotFound = is(700016, 700011);
export const isNotInTenant = is(7000229, 650051);
