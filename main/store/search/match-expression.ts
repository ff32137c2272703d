import { fold } from '../fold';

const HOLDS_A_TOKEN = /[\p{L}\p{N}]/u;

/** The words of a typed text that can be looked for, folded. What holds no letter or digit is no word. */
export function searchWords(text: string): string[] {
  return fold(text)
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => HOLDS_A_TOKEN.test(word));
}

/**
 * Words as an expression of FTS5: every word must be there, in any order, and its end may be left off. Within a word signs only part
 * its pieces, so that `evil.com` finds `login.evil.com`. Quoted, no sign of it means anything to the engine.
 */
export function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}
