/** What a key means in a list: a row to go to, or something to do with the active one. */
export type ListMove = { kind: 'to'; index: number } | { kind: 'open' } | { kind: 'close' };

export interface ListPosition {
  /** -1: none yet. */
  active: number;
  count: number;
  /** Rows that fit in the view. */
  page: number;
}

/** The meaning of a `KeyboardEvent.key` at a position, or null when it means nothing here. j and k as in mail and on the command line. */
export function listMove(key: string, { active, count, page }: ListPosition): ListMove | null {
  const to = (index: number): ListMove | null => (count === 0 ? null : { kind: 'to', index: Math.min(Math.max(index, 0), count - 1) });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(active + 1);
    case 'ArrowUp':
    case 'k':
      return to(active - 1);
    case 'PageDown':
      return to(active + Math.max(1, page - 1));
    case 'PageUp':
      return to(active - Math.max(1, page - 1));
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'Enter':
    case ' ':
      return active >= 0 && active < count ? { kind: 'open' } : null;
    case 'Escape':
      return { kind: 'close' };
    default:
      return null;
  }
}
