const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment as text that sorts by time: UTC with all seven digits. A Date would lose the last four of them.
 * Undefined for what is not a moment of ISO 8601 with a zone.
 */
export function sortableInstant(text: string): string | undefined {
  const parts = INSTANT.exec(text);
  if (!parts) return undefined;
  const [, minute = '', second = '00', fraction = '', zone = 'Z'] = parts;
  const date = new Date(`${minute}:${second}${zone}`);
  if (Number.isNaN(date.getTime())) return undefined;
  return `${date.toISOString().slice(0, 19)}.${fraction.padEnd(7, '0')}Z`;
}
