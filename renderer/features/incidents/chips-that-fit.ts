/** Pixels a chip takes beside its letters: padding, border, the gap inside and the gap to the next. */
const AROUND = 34;
const PER_LETTER = 7.2;
/** A chip is cut here, see `.failed-tenant`. */
const WIDEST = 320;
/** Kept free for "12 more". */
const REST = 84;

/**
 * How many chips with these texts fit into lines of a width in pixels, by an estimate that rather leaves room.
 * When not all fit, the last line keeps room for a word about the others. At least one, so that a narrow place names somebody.
 */
export function chipsThatFit(texts: readonly string[], width: number, lines: number): number {
  let line = 1;
  let used = 0;
  let fitting = 0;
  for (const text of texts) {
    const chip = Math.min(WIDEST, text.length * PER_LETTER + AROUND);
    if (used + chip > width && used > 0) {
      if (line === lines) break;
      line += 1;
      used = 0;
    }
    const last = line === lines && fitting + 1 < texts.length;
    if (last && used + chip > width - REST && used > 0) break;
    used += chip;
    fitting += 1;
  }
  return Math.max(1, Math.min(fitting, texts.length));
}
