import { spanOf } from './time-span';
import {
  insideBrackets,
  type LetStatement,
  type Pipeline,
  pipelineOf,
  type Stage,
  type Structure,
  structureOf,
  withoutOptions,
} from './structure';
import { hasTime, timeColumn } from './insertions';
import { splitAt, type Token } from './tokens';

/** How values of a column from several parts become one. */
export type MergeOperation = 'sum' | 'min' | 'max';

/**
 * How the answers of parts become the answer of the whole. `rows`: one after the other. `distinct`: the same row once. `groups`: rows with the same
 * first `keys` columns become one, the other columns put together by their operations.
 */
export type Merge = { kind: 'rows' } | { kind: 'distinct' } | { kind: 'groups'; keys: number; operations: readonly MergeOperation[] };

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

/** Every row of theirs comes from one row before them. */
const ROW_BY_ROW: ReadonlySet<string> = new Set([
  'where',
  'filter',
  'extend',
  'project',
  'project-away',
  'project-keep',
  'project-rename',
  'project-reorder',
  'parse',
  'parse-where',
  'parse-kv',
  'mv-expand',
  'mvexpand',
]);
/** The order of rows is no part of an answer over many tenants, and charts are the page's. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['sort', 'order', 'render']);
const LEFT_BY_LEFT: ReadonlySet<string> = new Set(['inner', 'leftouter', 'leftsemi', 'leftanti', 'leftantisemi', 'anti']);
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
const WHY: Readonly<Record<string, string>> = {
  take: 'It takes any few rows ("take" or "limit"): the parts would bring more.',
  limit: 'It takes any few rows ("take" or "limit"): the parts would bring more.',
  top: 'The first rows of each part ("top") are not the first rows of the whole.',
  join: 'Its "join" looks at rows of the other side as well: only inner, leftouter, leftsemi and leftanti can be split, with the kind written out.',
  union: 'It adds a "union" behind other operators.',
};

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
  const column = timeColumn(structure.tokens);
  const merge = new MergeFinder(column, partMs, structure.lets).of(source.stages);
  if ('why' in merge) return no(merge.why);
  const { start, at, table } = source;
  return { ok: true, plan: { start, at, table, column, merge, looksBackMs: looksBack(source.stages, column) } };
}

interface Source {
  start: number;
  at: number;
  table: string;
  /** All operators behind the table, those of a `let` it goes through first. */
  stages: readonly Stage[];
}

/** The one table that rows come from, through brackets and through a `let` that is used once. */
function sourceOf({ source, stages }: Pipeline, structure: Structure): Source | { why: string } {
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
  return { start: source[0]?.start ?? 0, at: source.at(-1)?.end ?? 0, table: names.join(', '), stages };
}

class MergeFinder {
  /** The column still holds the time each row had. */
  #timeIntact = true;

  constructor(
    private readonly column: string,
    private readonly partMs: number,
    private readonly lets: readonly LetStatement[],
  ) {}

  of(stages: readonly Stage[]): Merge | { why: string } {
    let merge: Merge = { kind: 'rows' };
    for (const stage of stages) {
      if (WITHOUT_EFFECT.has(stage.name)) continue;
      if (merge.kind !== 'rows') return { why: `"${stage.name}" comes after rows of several parts were put together.` };
      const next = this.#after(stage);
      if ('why' in next) return next;
      merge = next;
    }
    return merge;
  }

  #after(stage: Stage): Merge | { why: string } {
    const { name, tokens } = stage;
    if (ROW_BY_ROW.has(name)) {
      this.#noteTime(stage);
      return { kind: 'rows' };
    }
    switch (name) {
      case 'join':
      case 'lookup':
        return this.#joined(stage);
      case 'distinct':
        return { kind: 'distinct' };
      case 'count':
        return tokens.length === 1 ? { kind: 'groups', keys: 0, operations: ['sum'] } : { why: 'Its "count" is not the plain one.' };
      case 'summarize':
        return this.#summarized(tokens.slice(1));
      default:
        return { why: WHY[name] ?? `It uses "${name}", which may look at more than one row at a time.` };
    }
  }

  /** Rows of the left side each find their own partners. The right side is read whole in every part. */
  #joined({ name, tokens }: Stage): Merge | { why: string } {
    const { options } = withoutOptions(tokens.slice(1));
    const kind = options.get('kind') ?? (name === 'lookup' ? 'leftouter' : '');
    return LEFT_BY_LEFT.has(kind) ? { kind: 'rows' } : { why: WHY.join ?? '' };
  }

  #noteTime({ name, tokens }: Stage): void {
    const made = tokens.some((token, at) => token.text === this.column && (tokens[at + 1]?.text === '=' || tokens[at + 1]?.text === ':'));
    const parsed = name.startsWith('parse') && tokens.some(({ text }) => text === this.column);
    const renamed = name === 'project-rename' && tokens.some(({ text }) => text === this.column);
    const expanded = name.startsWith('mv') && tokens.some(({ text }) => text === this.column);
    if (made || parsed || renamed || expanded) this.#timeIntact = false;
  }

  #summarized(tokens: readonly Token[]): Merge | { why: string } {
    const by = topLevel(tokens, 'by');
    const aggregates = splitAt(by < 0 ? tokens : tokens.slice(0, by), ',').filter((one) => one.length > 0);
    const keys = by < 0 ? [] : splitAt(tokens.slice(by + 1), ',');
    const aligned = keys.map((key) => this.#alignedName(key)).find((name) => name !== null);
    if (aligned !== undefined && this.#timeIntact) {
      // Each group lies within one part, so that whatever is computed over it is whole.
      this.#timeIntact = aligned === this.column;
      return { kind: 'rows' };
    }
    if (aggregates.length === 0) return { kind: 'distinct' };
    const operations: MergeOperation[] = [];
    for (const aggregate of aggregates) {
      const operation = this.#operation(aggregate);
      if (typeof operation !== 'string') return operation;
      operations.push(operation);
    }
    return { kind: 'groups', keys: keys.length, operations };
  }

  /** The name of a key that is the time in bins of which every one lies within one part; null: another key. */
  #alignedName(key: readonly Token[]): string | null {
    const named = key[1]?.text === '=';
    const [name, open, time, comma, size, close] = named ? key.slice(2) : key;
    const label = named ? (key[0]?.text ?? '') : this.column;
    if (open?.text !== '(' || time?.text !== this.column) return null;
    if (name?.text === 'startofday' && comma?.text === ')' && !size)
      return this.partMs % DAY_MS === 0 && this.partMs <= DAY_MS ? label : null;
    const bins = name?.text === 'bin' || name?.text === 'floor';
    if (!bins || comma?.text !== ',' || close?.text !== ')' || key.length !== (named ? 8 : 6)) return null;
    const span = spanOf(size);
    return span !== null && span > 0 && this.partMs % span === 0 ? label : null;
  }

  #operation(aggregate: readonly Token[]): MergeOperation | { why: string } {
    const call = aggregate[1]?.text === '=' ? aggregate.slice(2) : aggregate;
    const [name, open] = call;
    const whole = open?.text === '(' && insideBrackets(call.slice(1)) !== null;
    const operation = name && whole && !this.lets.some((one) => one.name === name.text) ? MERGED[name.text] : undefined;
    if (operation) return operation;
    const shown = name?.kind === 'name' ? name.text : 'an expression';
    return {
      why: `"${shown}" of the whole cannot be told from that of the parts: only count, sum, min and max can, or a summarize by bin(${this.column}, …) that fits the parts.`,
    };
  }
}

const DAY_MS = 86_400_000;

const MERGED: Readonly<Record<string, MergeOperation>> = {
  count: 'sum',
  countif: 'sum',
  sum: 'sum',
  sumif: 'sum',
  min: 'min',
  minif: 'min',
  max: 'max',
  maxif: 'max',
};

/** Place of a word that stands in no brackets; -1: nowhere. */
function topLevel(tokens: readonly Token[], word: string): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind === 'sign' && /[([{]/.test(text)) depth += 1;
    if (kind === 'sign' && /[)\]}]/.test(text)) depth -= 1;
    return depth === 0 && kind === 'name' && text === word;
  });
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
