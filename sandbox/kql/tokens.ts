import { syntaxError } from './errors';

export type TokenKind = 'name' | 'text' | 'number' | 'timespan' | 'raw' | 'sign' | 'end';

export interface Token {
  kind: TokenKind;
  /** As written; of a text its value; of `raw` what stands between the brackets of datetime(), dynamic() and the like. */
  text: string;
  /** Of numbers and time spans (microseconds). */
  value: number;
  /** Position in the query. */
  at: number;
}

const SECOND = 1_000_000;
const UNITS: Readonly<Record<string, number>> = {
  d: 86_400 * SECOND,
  day: 86_400 * SECOND,
  days: 86_400 * SECOND,
  h: 3_600 * SECOND,
  hr: 3_600 * SECOND,
  hour: 3_600 * SECOND,
  hours: 3_600 * SECOND,
  m: 60 * SECOND,
  min: 60 * SECOND,
  minute: 60 * SECOND,
  minutes: 60 * SECOND,
  s: SECOND,
  sec: SECOND,
  second: SECOND,
  seconds: SECOND,
  ms: 1_000,
  milli: 1_000,
  microsecond: 1,
  microseconds: 1,
};

const BLANK = /(?:\s|\/\/[^\n]*)+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:-(?:away|keep|rename|reorder|expand|apply|by|series|where|kv|shuffle|match)\b)?/y;
const NUMBER = /0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const UNIT = /[a-z]+\b/iy;
const MULTI = /```([\s\S]*?)```/y;
const VERBATIM = /[hH]?@(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)')/y;
const QUOTED = /[hH]?(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/y;
const SIGN = /==|!=|<=|>=|=~|!~|=>|\.\.|!(?=[a-z])|[|()[\]{},;:=<>+\-*/%.~$]/y;
/** Literals whose content is not KQL. */
const RAW = /\s*\(((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^()"']|\([^()]*\))*)\)/y;
const RAW_TYPES: ReadonlySet<string> = new Set(['datetime', 'date', 'dynamic', 'time', 'timespan', 'guid']);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Splits a query into tokens; the last is `end`. Comments and blanks are left out. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(query);
  };
  const add = (kind: TokenKind, text: string, length: number, value = 0): void => {
    tokens.push({ kind, text, value, at });
    at += length;
  };
  for (;;) {
    at += match(BLANK)?.[0].length ?? 0;
    if (at >= query.length) break;
    const multi = match(MULTI);
    const verbatim = multi ? null : match(VERBATIM);
    const quoted = multi || verbatim ? null : match(QUOTED);
    if (multi) add('text', multi[1] ?? '', multi[0].length);
    else if (verbatim) add('text', verbatim[1]?.replaceAll('""', '"') ?? verbatim[2]?.replaceAll("''", "'") ?? '', verbatim[0].length);
    else if (quoted) add('text', unescaped(quoted[1] ?? quoted[2] ?? ''), quoted[0].length);
    else if (!word()) {
      const number = match(NUMBER);
      const sign = match(SIGN);
      if (number) numeral(number[0]);
      else if (sign) add('sign', sign[0], sign[0].length);
      else throw syntaxError(query, at);
    }
  }
  add('end', '', 0);
  return tokens;

  function word(): boolean {
    const name = match(NAME);
    if (!name) return false;
    const start = at;
    add('name', name[0], name[0].length);
    if (!RAW_TYPES.has(name[0])) return true;
    const raw = match(RAW);
    if (!raw) return true;
    const inner = raw[1] ?? '';
    // timespan(x) and datetime(x) of a column are conversions and no literals: those are written with to….
    tokens.push({ kind: 'raw', text: inner.trim(), value: 0, at: start });
    at += raw[0].length;
    return true;
  }

  function numeral(text: string): void {
    const unit = ((): string => {
      UNIT.lastIndex = at + text.length;
      return UNIT.exec(query)?.[0].toLowerCase() ?? '';
    })();
    const factor = UNITS[unit];
    if (factor === undefined) add('number', text, text.length, Number(text));
    else add('timespan', text + unit, text.length + unit.length, Number(text) * factor);
  }
}
