import { z } from 'zod';

/** Host of MITRE ATT&CK's public pages. */
export const ATTACK_BASE = 'https://attack.mitre.org';

/** ID of a technique or sub-technique of ATT&CK: T1059, T1059.001. Nothing else of what comes from outside becomes a link. */
export const techniqueId = z
  .string()
  .trim()
  .regex(/^T\d{4}(?:\.\d{3})?$/i)
  .transform((id) => id.toUpperCase());

/** Page of a technique. In: a checked ID. */
export function techniqueUrl(id: string): string {
  return `${ATTACK_BASE}/techniques/${id.replace('.', '/')}/`;
}
