/** How long incidents can be kept, in days; 0: without an end. */
export const KEEP_CHOICES = [0, 30, 90, 180, 365, 730] as const;

/** "90 days", "1 year", "Without an end". */
export function keepWords(days: number | null): string {
  if (days === null || days === 0) return 'Without an end';
  if (days % 365 === 0) return days === 365 ? '1 year' : `${days / 365} years`;
  return days === 1 ? '1 day' : `${days} days`;
}
