/** Text as it is compared and searched: without regard to case, also outside ASCII, which SQL engines treat differently. */
export function fold(text: string): string {
  // Composing is only about letters outside ASCII, and takes longer than storing the text.
  return (ASCII.test(text) ? text : text.normalize('NFC')).toLowerCase();
}

// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

const RANKS: Readonly<Record<string, number>> = { high: 4, medium: 3, low: 2, informational: 1 };

/** How grave a severity is; 0 for unspecified and for values nobody knew when this was written. */
export function severityRank(severity: string): number {
  return RANKS[fold(severity)] ?? 0;
}

const STATUSES = ['active', 'new', 'inprogress', 'awaitingaction', 'resolved', 'redirected'];

/** The place of a status in the order of work; those nobody knew when this was written come behind. */
export function statusRank(status: string): number {
  const place = STATUSES.indexOf(fold(status));
  return place === -1 ? STATUSES.length : place;
}
