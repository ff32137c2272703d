import type { AnswerHeaders } from './fetch-port';

type Headed = Pick<AnswerHeaders, 'get'>;

/** Where neither a header nor the body says how long. */
const DEFAULT_WAIT_MS = 60_000;
/** No service asks for more; a longer value is a fault or a date of another year. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
const UNITS: Record<string, number> = { millisecond: 1, second: 1000, sec: 1000, minute: 60_000, min: 60_000, hour: 3_600_000 };

/**
 * When a throttled caller may come back (ms since 1970). In: the answer's headers and body. `Retry-After` first (RFC 9110 §10.2.3: seconds or an HTTP date),
 * then the body: the XDR API writes "You can send requests again in 8 seconds.". Otherwise a minute.
 */
export function retryInstant(headers: Headed, bodyText: string, now: number): number {
  const wait = waitOfHeader(headers, now) ?? waitOfText(bodyText) ?? DEFAULT_WAIT_MS;
  return Math.round(now + Math.min(Math.max(wait, 1000), LONGEST_WAIT_MS));
}

/** Milliseconds a `Retry-After` header asks for; null when there is none or it cannot be read. A date is of the service's clock, as is `Date`. */
export function waitOfHeader(headers: Headed, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  const servedAt = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date - (Number.isNaN(servedAt) ? now : servedAt);
}

/** Milliseconds after the words "again in": `8 seconds`, `1 minute and 20 seconds`, `00:01:30`, `PT15M`. */
export function waitOfText(text: string): number | null {
  const tail = /again (?:in|after) ([^"]{1,80})/i.exec(text)?.[1];
  if (!tail) return null;
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})/.exec(tail);
  if (clock) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?/i.exec(tail);
  if (iso) return (Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)) * 1000;
  const parts = [...tail.matchAll(/(\d+(?:\.\d+)?)\s*(milliseconds?|seconds?|secs?|minutes?|mins?|hours?)\b/gi)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[(unit ?? '').toLowerCase().replace(/s$/, '')] ?? 0), 0);
}
