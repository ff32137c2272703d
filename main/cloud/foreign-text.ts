/** Longer messages say nothing more. */
const LONGEST = 2000;

/**
 * A text that somebody else wrote (a service, a proxy, whoever made an address) as one line to be shown: without line breaks, control characters and marks
 * that turn the direction of text or cannot be seen, cut to `longest` characters. Markup stays what it is, text.
 */
export function foreignText(text: string, longest = LONGEST): string {
  // Far more than is kept, so that no answer takes long to clean.
  const line = text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
