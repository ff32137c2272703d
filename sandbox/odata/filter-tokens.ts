export interface FilterToken {
  kind: 'word' | 'text' | 'open' | 'close';
  value: string;
  /** Position in the filter, for messages. */
  at: number;
}

const SYNTAX = /\s*(?:(\()|(\))|'((?:[^']|'')*)'|([^\s()']+))/y;

/** Splits a `$filter` into words, quoted texts and brackets. `refusal` makes the surface's own error. */
export function filterTokens(filter: string, refusal: (detail: string) => Error): FilterToken[] {
  const tokens: FilterToken[] = [];
  const end = filter.trimEnd().length;
  SYNTAX.lastIndex = 0;
  while (SYNTAX.lastIndex < end) {
    const at = SYNTAX.lastIndex;
    const match = SYNTAX.exec(filter);
    if (!match) throw refusal(`Syntax error at position ${at} in '${filter}'.`);
    const [, open, close, text, word] = match;
    if (open !== undefined) tokens.push({ kind: 'open', value: open, at });
    else if (close !== undefined) tokens.push({ kind: 'close', value: close, at });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, at });
    else tokens.push({ kind: 'text', value: (text ?? '').replaceAll("''", "'"), at });
  }
  return tokens;
}
