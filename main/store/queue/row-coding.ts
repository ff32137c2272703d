import type { Count } from './dimensions';

/** Values of one column that have a number while slices are read. Rows with others are read one by one. */
const CODES = 255;

/** The values rows have, as the tally knows them. Where one is missing, reading is slower, and no less true. */
export interface KnownValues {
  severities: readonly string[];
  statuses: readonly string[];
  assignees: readonly string[];
}

/** A row's kind as one number: texts that are handed over row by row take longer than all else. */
export class RowCoding {
  /** By code, the place of its kind, where rows of it were met. */
  readonly places = new Map<number, number>();
  readonly #severities: readonly string[];
  readonly #statuses: readonly string[];
  readonly #assignees: readonly string[];

  constructor({ severities, statuses, assignees }: KnownValues) {
    this.#severities = severities.slice(0, CODES);
    this.#statuses = statuses.slice(0, CODES);
    this.#assignees = assignees.slice(0, CODES);
  }

  /** Whether these values have these numbers. */
  isOf({ severities, statuses, assignees }: KnownValues): boolean {
    const own = [this.#severities, this.#statuses, this.#assignees];
    return JSON.stringify(own) === JSON.stringify([severities, statuses, assignees].map((values) => values.slice(0, CODES)));
  }

  /** An expression over `incident`, with `values` for its places. Null for a row with a value that has no number. */
  get sql(): string {
    const [severity, status] = [placeIn('severity_folded', this.#severities), placeIn('status_folded', this.#statuses)];
    return `((tenant_key * 256 + ${severity}) * 256 + ${status}) * 256 + ${placeIn("coalesce(assigned_folded, '')", this.#assignees)}`;
  }

  get values(): string[] {
    return [...this.#severities, ...this.#statuses, ...this.#assignees];
  }

  kindOf(code: number): Omit<Count, 'rows'> {
    return {
      tenant: Math.floor(code / 2 ** 24),
      severity: this.#severities[Math.floor(code / 2 ** 16) % 256] ?? '',
      status: this.#statuses[Math.floor(code / 2 ** 8) % 256] ?? '',
      assignedTo: this.#assignees[code % 256] ?? '',
    };
  }
}

function placeIn(column: string, values: readonly string[]): string {
  if (values.length === 0) return 'null';
  return `case ${column} ${values.map((_, place) => `when ? then ${place}`).join(' ')} end`;
}
