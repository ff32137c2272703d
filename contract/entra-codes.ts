import { CONSENT_ROWS } from './entra-codes-consent';
import { CUSTOMER_ROWS } from './entra-codes-customer';
import { PARTNER_ROWS } from './entra-codes-partner';
import type { EntraRow } from './entra-row';

/**
 * Every AADSTS number Tenantry has words for. Sources: "Microsoft Entra authentication and authorization error codes" (Microsoft Learn) and,
 * for numbers that page lacks (7000229, 650051, 501051, 900023), field reports. The words are our own.
 */
export const ENTRA_ROWS: readonly EntraRow[] = [...CUSTOMER_ROWS, ...CONSENT_ROWS, ...PARTNER_ROWS];

const BY_NUMBER = new Map(ENTRA_ROWS.flatMap((row) => row.numbers.map((number) => [number, row] as const)));

/** The row of a number; undefined for one we have no words for. */
export function entraRow(aadsts: number): EntraRow | undefined {
  return BY_NUMBER.get(aadsts);
}
