import type { SecretShapeProblem } from '../../contract/channels';

/** Shorter than any secret Entra has ever made (they have 30 and more characters). */
const SHORTEST = 8;
/** Longer than any; a certificate or a whole file was pasted. */
const LONGEST = 512;

/**
 * What is wrong with the look of a client secret, null when nothing is. The commonest slip is pasting the secret's ID
 * (a GUID) instead of its value; Entra answers that with AADSTS7000215.
 */
export function secretShapeProblem(secret: string): SecretShapeProblem | null {
  if (secret.trim() === '') return 'empty';
  if (/^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(secret.trim())) return 'looksLikeId';
  if (/^(["'`“”„‘’«»]).*["'`“”„‘’«»]$/s.test(secret)) return 'quoted';
  if (/\s/.test(secret)) return 'whitespace';
  if (secret.length < SHORTEST) return 'tooShort';
  return secret.length > LONGEST ? 'tooLong' : null;
}
