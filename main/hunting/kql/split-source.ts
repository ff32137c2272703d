import { hasOwnTime, hasTime } from './insertions';
import { insideBrackets, type Pipeline, pipelineOf, type Stage, type Structure, withoutOptions } from './structure';
import { splitAt, type Token } from './tokens';

export interface Source {
  start: number;
  at: number;
  table: string;
  /** All operators behind the table, those of a `let` it goes through first. */
  stages: readonly Stage[];
}

/** The one table that rows come from, through brackets and through a `let` that is used once. */
export function sourceOf({ source, stages }: Pipeline, structure: Structure): Source | { why: string } {
  const [first] = source;
  const inner = insideBrackets(source);
  if (inner) return within(pipelineOf(inner), stages, structure);
  if (first?.text === 'union') return unionOf(source, stages, structure);
  if (source.length !== 1 || first?.kind !== 'name') return { why: 'Its rows do not come from a table by its name.' };
  const named = structure.lets.filter(({ name }) => name === first.text);
  const [body] = named;
  if (!body) {
    if (NO_TABLE.has(first.text)) return { why: 'Its rows do not come from a table by its name.' };
    return hasTime(first.text)
      ? { start: first.start, at: first.end, table: first.text, stages }
      : { why: `The table ${first.text} has no time.` };
  }
  const uses = structure.tokens.filter(({ kind, text }) => kind === 'name' && text === first.text).length;
  if (named.length > 1 || uses > 2) return { why: `The table "${first.text}" that it defines is used more than once.` };
  return within(pipelineOf(body.body), stages, structure);
}

const NO_TABLE: ReadonlySet<string> = new Set(['find', 'search', 'print', 'range', 'datatable', 'externaldata']);

function within(inner: Pipeline, stages: readonly Stage[], structure: Structure): Source | { why: string } {
  const source = sourceOf(inner, structure);
  return 'why' in source ? source : { ...source, stages: [...source.stages, ...stages] };
}

/** The `union` of tables by their names at the head of a query: a condition on the time can stand behind it for all of them. Null: there is none. */
export function headUnion({ main, ...structure }: Structure): { start: number; at: number } | null {
  if (main.source[0]?.text !== 'union') return null;
  const found = unionOf(main.source, main.stages, { main, ...structure });
  return 'why' in found ? null : found;
}

function unionOf(source: readonly Token[], stages: readonly Stage[], { lets }: Structure): Source | { why: string } {
  const { rest } = withoutOptions(source.slice(1));
  const operands = splitAt(rest, ',');
  const names = operands.map(([name, ...more]) => (name?.kind === 'name' && more.length === 0 ? name.text : null));
  if (names.some((name) => name === null || lets.some((one) => one.name === name)))
    return { why: 'Its "union" is of more than tables by their names.' };
  const timeless = names.find((name) => name !== null && !hasTime(name));
  if (timeless) return { why: `The table ${timeless} has no time.` };
  const other = names.find((name) => name !== null && hasOwnTime(name));
  if (other) return { why: `The table ${other} has its time in a column of another name.` };
  return { start: source[0]?.start ?? 0, at: source.at(-1)?.end ?? 0, table: names.join(', '), stages };
}
