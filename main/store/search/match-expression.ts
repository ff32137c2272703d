import type { FacetKind } from '../../../contract/incident-filter';
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
function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}

const KIND_LETTER: Readonly<Record<FacetKind, string>> = { service: 's', detection: 'd', category: 'c', technique: 'm', tag: 't' };
/** Of values as long as that only the beginning counts. */
const LONGEST = 100;

/** A facet as one word of the index: letters and digits only, whatever is in the value. */
export function facetWord(kind: FacetKind, value: string): string {
  return KIND_LETTER[kind] + Buffer.from(fold(value).slice(0, LONGEST), 'utf8').toString('hex');
}

/** One expression for words of the text and facets: all words, and of each kind of facet one of the values. */
export function queueExpression(words: readonly string[], facets: Partial<Record<FacetKind, readonly string[]>>): string {
  const chosen = Object.entries(facets) as [FacetKind, readonly string[]][];
  const parts = chosen
    .filter(([, values]) => values.length > 0)
    .map(([kind, values]) => `facets : (${values.map((value) => facetWord(kind, value)).join(' OR ')})`);
  if (words.length > 0) parts.unshift(`text : (${matchExpression(words)})`);
  return parts.join(' AND ');
}
