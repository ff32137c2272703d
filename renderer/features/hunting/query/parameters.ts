import type { ParameterType, QueryParameter } from '../../../../contract/hunting-library';

/** What stands in for a value that is none yet, so that the rest of the query can still be looked at. */
const STAND_IN: Readonly<Record<ParameterType, string>> = {
  string: '""',
  long: 'long(0)',
  real: 'real(0)',
  bool: 'false',
  datetime: 'datetime(2000-01-01)',
  timespan: '1d',
  list: 'dynamic([])',
};

const INTEGER = /^-?\d{1,18}$/;
const REAL = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;
const TIMESPAN = /^\d+(\.\d+)?(d|h|m|s|ms)$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?Z?)?$/;

/**
 * A text as a literal of the query language. Nothing in it can end the literal or begin another one: quotes, backslashes, and everything that is not
 * printable ASCII or a letter of another script are escaped (the `string` data type in the Kusto documentation).
 */
export function stringLiteral(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) ? unicodeEscape(character) : character;
  });
  return `"${escaped.join('')}"`;
}

function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** A parameter's value as a literal; null: what was typed is no value of its type. */
export function literalOf({ type, value }: Pick<QueryParameter, 'type' | 'value'>): string | null {
  const trimmed = value.trim();
  switch (type) {
    case 'string':
      return stringLiteral(value);
    case 'list':
      return `dynamic([${linesOf(value).map(stringLiteral).join(', ')}])`;
    case 'long':
      return INTEGER.test(trimmed) ? `long(${trimmed})` : null;
    case 'real':
      return REAL.test(trimmed) ? `real(${trimmed})` : null;
    case 'bool':
      return /^(true|false)$/i.test(trimmed) ? trimmed.toLowerCase() : null;
    case 'datetime':
      return DATETIME.test(trimmed) && !Number.isNaN(Date.parse(trimmed.replace(' ', 'T'))) ? `datetime(${trimmed})` : null;
    case 'timespan':
      return TIMESPAN.test(trimmed) ? trimmed : null;
  }
}

export interface LetBlock {
  /** To stand before the query, ending with a new line; empty where there are no parameters. */
  text: string;
  /** Names whose value is none: the query cannot be run. */
  faulty: string[];
}

/** The parameters as a block of `let` statements, one a line. */
export function letBlock(parameters: readonly QueryParameter[]): LetBlock {
  const faulty: string[] = [];
  const lines = parameters.map((parameter) => {
    const literal = literalOf(parameter);
    if (literal === null) faulty.push(parameter.name);
    return `let ${parameter.name} = ${literal ?? STAND_IN[parameter.type]};\n`;
  });
  return { text: lines.join(''), faulty };
}

function linesOf(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
