import { insideBrackets, type LetStatement, type Stage, topLevel, withoutOptions } from './structure';
import { spanOf } from './time-span';
import { splitAt, type Token } from './tokens';

/** How values of a column from several parts become one. */
export type MergeOperation = 'sum' | 'min' | 'max';

/**
 * How the answers of parts become the answer of the whole. `rows`: one after the other. `distinct`: the same row once. `groups`: rows with the same
 * first `keys` columns become one, the other columns put together by their operations.
 */
export type Merge = { kind: 'rows' } | { kind: 'distinct' } | { kind: 'groups'; keys: number; operations: readonly MergeOperation[] };

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
const WHY: Readonly<Record<string, string>> = {
  take: 'It takes any few rows ("take" or "limit"): the parts would bring more.',
  limit: 'It takes any few rows ("take" or "limit"): the parts would bring more.',
  top: 'The first rows of each part ("top") are not the first rows of the whole.',
  join: 'Its "join" looks at rows of the other side as well: only inner, leftouter, leftsemi and leftanti can be split, with the kind written out.',
  union: 'It adds a "union" behind other operators.',
};

/** Finds how the answers of parts are put together, operator by operator, or why they cannot be. */
export class MergeFinder {
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
