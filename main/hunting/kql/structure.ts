import { isBalanced, splitAt, type Token, tokensOf } from './tokens';

/** One operator of a pipeline, with its name in front. */
export interface Stage {
  name: string;
  tokens: readonly Token[];
}

/** A tabular expression: where its rows come from, and what is done with them. */
export interface Pipeline {
  source: readonly Token[];
  stages: readonly Stage[];
}

export interface LetStatement {
  name: string;
  body: readonly Token[];
}

/** A query as far as it can be told apart without knowing every word of the language. */
export interface Structure {
  tokens: readonly Token[];
  lets: readonly LetStatement[];
  main: Pipeline;
}

/** Null: not a query of one tabular expression with `let` statements in front; why, in words for people. */
export type StructureAnswer = { ok: true; structure: Structure } | { ok: false; why: string };

export function structureOf(query: string): StructureAnswer {
  const tokens = tokensOf(query);
  if (!isBalanced(tokens)) return { ok: false, why: 'Its brackets do not match.' };
  const statements = splitAt(tokens, ';').filter((statement) => statement.length > 0);
  const lets: LetStatement[] = [];
  let main: Token[] | null = null;
  for (const statement of statements) {
    const [first, name, equals, ...body] = statement;
    if (first?.kind === 'name' && first.text === 'let' && name?.kind === 'name' && equals?.text === '=')
      lets.push({ name: name.text, body });
    else if (first?.kind === 'name' && STATEMENTS.has(first.text)) return { ok: false, why: `It has a "${first.text}" statement.` };
    else if (main) return { ok: false, why: 'It has more than one tabular statement.' };
    else main = statement;
  }
  if (!main) return { ok: false, why: 'It has no tabular statement.' };
  return { ok: true, structure: { tokens, lets, main: pipelineOf(main) } };
}

const STATEMENTS: ReadonlySet<string> = new Set(['set', 'declare', 'alias', 'restrict', 'pattern']);

export function pipelineOf(tokens: readonly Token[]): Pipeline {
  const [source = [], ...stages] = splitAt(tokens, '|');
  return { source, stages: stages.map((stage) => ({ name: stage[0]?.text ?? '', tokens: stage })) };
}

/** What stands in one pair of brackets around all of it; null: something else. */
export function insideBrackets(tokens: readonly Token[]): readonly Token[] | null {
  const inner = tokens.slice(1, -1);
  return tokens[0]?.text === '(' && tokens.at(-1)?.text === ')' && isBalanced(inner) ? inner : null;
}

/** Options of an operator such as `kind=inner`, and the tokens behind them. */
export function withoutOptions(tokens: readonly Token[]): { options: ReadonlyMap<string, string>; rest: readonly Token[] } {
  const options = new Map<string, string>();
  let at = 0;
  for (;;) {
    const [name, equals, value] = tokens.slice(at, at + 3);
    if (name?.kind !== 'name' || equals?.text !== '=' || !value || value.kind === 'sign') break;
    options.set(name.text.toLowerCase(), value.text);
    at += 3;
  }
  return { options, rest: tokens.slice(at) };
}

/** Place of a word that stands in no brackets; -1: nowhere. */
export function topLevel(tokens: readonly Token[], word: string): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind === 'sign' && /[([{]/.test(text)) depth += 1;
    if (kind === 'sign' && /[)\]}]/.test(text)) depth -= 1;
    return depth === 0 && kind === 'name' && text === word;
  });
}
