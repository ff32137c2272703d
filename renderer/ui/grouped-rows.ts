/** Rows from the first to the last, both included. */
export type RowSpan = readonly [first: number, last: number];

/** Rows of a list that stand together, in the order of the list. */
export interface TableGroup {
  value: string;
  count: number;
}

export type TableLine = { kind: 'row'; index: number } | { kind: 'group'; group: TableGroup; open: boolean };

/** The lines of a table: its rows, and with groups a line before each of them; rows of closed groups have none. */
export class TableLines {
  readonly length: number;
  /** For each group its own line, its first row in the list, and whether it is open. */
  readonly #starts: { line: number; row: number; open: boolean; group: TableGroup }[] = [];

  /** @param count rows in the list; with groups, the sum of theirs */
  constructor(count: number, groups: readonly TableGroup[] | null, closed: ReadonlySet<string>) {
    if (groups === null) {
      this.length = count;
      return;
    }
    let [line, row] = [0, 0];
    for (const group of groups) {
      const open = !closed.has(group.value);
      this.#starts.push({ line, row, open, group });
      line += 1 + (open ? group.count : 0);
      row += group.count;
    }
    this.length = line;
  }

  /** What stands on a line. */
  at(line: number): TableLine {
    const start = this.#startOf(line);
    if (!start) return { kind: 'row', index: line };
    return start.line === line
      ? { kind: 'group', group: start.group, open: start.open }
      : { kind: 'row', index: start.row + line - start.line - 1 };
  }

  /** The line of a row; of its group, where that is closed. */
  lineOf(row: number): number {
    const start = this.#starts.findLast((one) => one.row <= row);
    if (!start) return row;
    return start.open ? start.line + 1 + row - start.row : start.line;
  }

  /** The line of a row or of a group; -1: there is no such group. */
  lineOn(found: TableLine): number {
    if (found.kind === 'row') return this.lineOf(found.index);
    return this.#starts.find(({ group }) => group.value === found.group.value)?.line ?? -1;
  }

  /** Rows that stand on these lines. */
  spans(firstLine: number, lastLine: number): RowSpan[] {
    const spans: [number, number][] = [];
    for (let line = firstLine; line <= lastLine && line < this.length; line += 1) {
      const found = this.at(line);
      if (found.kind === 'group') continue;
      const last = spans.at(-1);
      if (last?.[1] === found.index - 1) last[1] = found.index;
      else spans.push([found.index, found.index]);
    }
    return spans;
  }

  #startOf(line: number): { line: number; row: number; open: boolean; group: TableGroup } | undefined {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle]?.line ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return this.#starts[low];
  }
}
