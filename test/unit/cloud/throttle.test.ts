import { describe, expect, it } from 'vitest';
import { retryInstant, waitOfHeader, waitOfText } from '../../../main/cloud/throttle';

const NOW = Date.UTC(2026, 0, 15, 12);
const after = (retryAfter: string | null, date?: string) =>
  new Headers({ ...(retryAfter === null ? {} : { 'retry-after': retryAfter }), ...(date ? { date } : {}) });

describe('when a throttled caller may come back', () => {
  it.each([
    ['8 seconds', 'You can send requests again in 8 seconds.', 8_000],
    ['one minute', 'You can run queries again in 1 minute.', 60_000],
    ['minutes and seconds', 'Try again in 1 minute and 20 seconds', 80_000],
    ['a clock', 'Send requests again in 00:01:30.', 90_000],
    ['an ISO duration', 'again in PT15M', 900_000],
    ['hours', 'again after 2 hours', 7_200_000],
    ['inside a body', '{"error":{"message":"API calls quota exceeded! You can send requests again in 8 seconds.","target":"5"}}', 8_000],
  ])('reads %s from the text', (_name, text, wait) => {
    expect(waitOfText(text)).toBe(wait);
  });

  it('finds no wait where the text names none', () => {
    expect(waitOfText('Maximum allowed 30 per 00:01:00 for the key Destination+TenantID+AppID.')).toBeNull();
    expect(waitOfText('again in a while')).toBeNull();
  });

  it('reads Retry-After in seconds and as an HTTP date', () => {
    expect(waitOfHeader(after('120'), NOW)).toBe(120_000);
    expect(waitOfHeader(after(' 1.5 '), NOW)).toBe(1_500);
    expect(waitOfHeader(after('Thu, 15 Jan 2026 12:00:30 GMT'), NOW)).toBe(30_000);
    expect(waitOfHeader(after('soon'), NOW)).toBeNull();
    expect(waitOfHeader(after(''), NOW)).toBeNull();
    expect(waitOfHeader(after(null), NOW)).toBeNull();
  });

  it("measures a date by the service's own clock, however wrong this computer's is", () => {
    const headers = after('Thu, 15 Jan 2026 12:01:00 GMT', 'Thu, 15 Jan 2026 12:00:00 GMT');
    const wrong = NOW + 5 * 60_000;
    expect(retryInstant(headers, '', wrong)).toBe(wrong + 60_000);
  });

  it('takes the header before the body, then a minute', () => {
    expect(retryInstant(after('5'), 'again in 8 seconds', NOW)).toBe(NOW + 5_000);
    expect(retryInstant(after('soon'), 'again in 8 seconds', NOW)).toBe(NOW + 8_000);
    expect(retryInstant(after(null), 'slow down', NOW)).toBe(NOW + 60_000);
  });

  it('never lies in the past nor more than a day ahead', () => {
    expect(retryInstant(after('Thu, 15 Jan 2026 11:00:00 GMT'), '', NOW)).toBe(NOW + 1_000);
    expect(retryInstant(after('0'), '', NOW)).toBe(NOW + 1_000);
    expect(retryInstant(after('99999999999'), '', NOW)).toBe(NOW + 86_400_000);
  });
});
