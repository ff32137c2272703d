import { timeColumn, timeColumnOf } from './insertions';
import { type Merge, MergeFinder } from './split-merge';
import { sourceOf } from './split-source';
import { type Stage, structureOf, topLevel } from './structure';
import { spanOf } from './time-span';

export interface SplitPlan {
  /** Where the table or the union that is read in parts begins. */
  start: number;
  /** Where it ends, and a condition on the time goes. */
  at: number;
  /** The column of the time. */
  column: string;
  merge: Merge;
  /** The query itself looks at no more than so long before now (ms); null: it does not say. */
  looksBackMs: number | null;
  /** The table that is read in parts. */
  table: string;
}

export type SplitAnswer = { ok: true; plan: SplitPlan } | { ok: false; why: string };

const no = (why: string): SplitAnswer => ({ ok: false, why });

/** They look at other rows, or give another value each time. */
const BEYOND_THE_ROW: ReadonlySet<string> = new Set([
  'prev',
  'next',
  'row_number',
  'row_cumsum',
  'row_rank',
  'row_rank_dense',
  'row_rank_min',
  'row_window_session',
  'rand',
  'new_guid',
]);

/**
 * Whether a query may be run over parts of the time, each `partMs` long and beginning at a multiple of it (UTC), and its answers put together to what
 * it would have answered in one piece. Refuses whatever it is not sure of.
 */
export function planSplit(query: string, partMs: number): SplitAnswer {
  const answer = structureOf(query);
  if (!answer.ok) return answer;
  const { structure } = answer;
  const beyond = structure.tokens.find(({ kind, text }) => kind === 'name' && BEYOND_THE_ROW.has(text));
  if (beyond) return no(`It uses ${beyond.text}(), which looks beyond a single row.`);
  const source = sourceOf(structure.main, structure);
  if ('why' in source) return no(source.why);
  const column = timeColumnOf(source.table, timeColumn(structure.tokens));
  const merge = new MergeFinder(column, partMs, structure.lets).of(source.stages);
  if ('why' in merge) return no(merge.why);
  const { start, at, table } = source;
  return { ok: true, plan: { start, at, table, column, merge, looksBackMs: looksBack(source.stages, column) } };
}

/** From `| where Timestamp > ago(7d)` directly behind the table, alone or with more conditions joined by `and`. */
function looksBack(stages: readonly Stage[], column: string): number | null {
  const spans: number[] = [];
  for (const { name, tokens } of stages) {
    if (name !== 'where' && name !== 'filter') break;
    if (topLevel(tokens, 'or') >= 0) continue;
    let start = 1;
    for (let at = 1; at <= tokens.length; at += 1) {
      if (at < tokens.length && !(tokens[at]?.text === 'and' && topLevel(tokens.slice(start, at + 1), 'and') === at - start)) continue;
      const [left, operator, ago, open, span, close, ...more] = tokens.slice(start, at);
      const fits =
        left?.text === column &&
        (operator?.text === '>' || operator?.text === '>=') &&
        ago?.text === 'ago' &&
        open?.text === '(' &&
        close?.text === ')';
      const ms = fits && more.length === 0 ? spanOf(span) : null;
      if (ms !== null) spans.push(ms);
      start = at + 1;
    }
  }
  return spans.length === 0 ? null : Math.min(...spans);
}
