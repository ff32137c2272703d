import type { IncidentRow } from '../../contract/incident';

export const PAGE_ROWS = 100;
/** How long they stay where an answer takes its time. In milliseconds. */
const HOLD_MS = 100;

/** Pages of a list by number. */
export type Pages = ReadonlyMap<number, { rows: readonly IncidentRow[] }>;

export const rowOf = (pages: Pages, index: number): IncidentRow | undefined =>
  pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS];

/**
 * Rows of the list before, kept to be drawn until the new list has its first answer: putting other words into rows is half the work
 * of taking them away and making new ones, and nothing flickers.
 */
export class HeldRows {
  private pages: Pages | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onLate`: the answer took too long, and they are gone. */
  constructor(private readonly onLate: () => void) {}

  get any(): boolean {
    return this.pages !== null;
  }

  at = (index: number): IncidentRow | undefined => (this.pages ? rowOf(this.pages, index) : undefined);

  /** These, or the ones that are held already, for as long again. */
  hold(pages = this.pages): void {
    this.drop();
    if (!pages) return;
    this.pages = pages;
    this.timer = setTimeout(() => {
      this.drop();
      this.onLate();
    }, HOLD_MS);
  }

  drop(): void {
    clearTimeout(this.timer);
    this.pages = null;
  }
}
