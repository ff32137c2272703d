/** A piece of a query with its place in it. Comments and blanks are none. */
export interface Token {
  kind: 'name' | 'text' | 'number' | 'sign';
  /** As written. */
  text: string;
  start: number;
  end: number;
}

const BLANK = /(?:\s|\/\/[^\n]*)+/y;
const TEXT =
  /[hH]?(?:```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|@"(?:[^"]|"")*"?|@'(?:[^']|'')*'?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/y;
/** Operators with a hyphen in their name are one word. */
const NAME =
  /(?:project-(?:away|keep|rename|reorder|by-names)|mv-(?:expand|apply)|mvexpand|parse-(?:where|kv)|make-(?:series|graph)|top-(?:nested|hitters)|sample-distinct|graph-[a-z-]+|partition-by|macro-expand|[\p{L}_$][\p{L}\p{N}_]*)/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[A-Za-z]*/y;
const SIGN = /==|!=|<=|>=|=~|!~|=>|\.\.|[\s\S]/y;

/** Splits a query into tokens. Never fails: a sign nobody knows is a token too, and text that is not closed goes on to its end. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(query)?.[0] ?? null;
  };
  while (at < query.length) {
    const blank = take(BLANK);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const [kind, text] = next(take);
    tokens.push({ kind, text, start: at, end: at + text.length });
    at += text.length;
  }
  return tokens;
}

function next(take: (pattern: RegExp) => string | null): [Token['kind'], string] {
  for (const [kind, pattern] of [
    ['text', TEXT],
    ['name', NAME],
    ['number', NUMBER],
  ] as const) {
    const text = take(pattern);
    if (text !== null) return [kind, text];
  }
  return ['sign', take(SIGN) ?? ''];
}

const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

export const isOpening = ({ kind, text }: Token): boolean => kind === 'sign' && OPENING.has(text);
export const isClosing = ({ kind, text }: Token): boolean => kind === 'sign' && CLOSING.has(text);

/** Splits tokens at a sign that stands in no brackets. */
export function splitAt(tokens: readonly Token[], sign: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isOpening(token)) depth += 1;
    if (isClosing(token)) depth -= 1;
    if (depth === 0 && token.kind === 'sign' && token.text === sign) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Whether every bracket is closed, by its own kind. */
export function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const token of tokens) {
    if (isOpening(token)) open.push(token.text === '(' ? ')' : token.text === '[' ? ']' : '}');
    if (isClosing(token) && open.pop() !== token.text) return false;
  }
  return open.length === 0;
}
