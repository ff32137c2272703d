import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../contract/credential';
import { countdownWords, dayOfInstant, expiryLevel, instantOfDay, stateOf } from '../../../../renderer/features/connect/credential-expiry';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 0, 15, 12);

describe('the end of a credential', () => {
  it.each([
    [null, 'unknown'],
    [NOW + 31 * DAY, 'far'],
    [NOW + 30 * DAY, 'month'],
    [NOW + 14 * DAY + 1, 'month'],
    [NOW + 14 * DAY, 'fortnight'],
    [NOW + 3 * DAY + 1, 'fortnight'],
    [NOW + 3 * DAY, 'days'],
    [NOW + 1, 'days'],
    [NOW, 'expired'],
    [NOW - 400 * DAY, 'expired'],
  ])('%s is %s', (expiresAt, level) => {
    expect(expiryLevel(expiresAt, NOW)).toBe(level);
  });

  it.each([
    [13.9 * DAY, 'expires in 13 days'],
    [1.5 * DAY, 'expires in 1 day'],
    [5 * 3_600_000, 'expires in 5 hours'],
    [60_000, 'expires within the hour'],
    [0, 'has expired'],
    [-1.2 * DAY, 'expired 1 day ago'],
    [-9 * DAY, 'expired 9 days ago'],
  ])('in %s ms is said as "%s"', (left, words) => {
    expect(countdownWords(NOW + left, NOW)).toBe(words);
  });

  it('is typed as a day and kept as the beginning of it', () => {
    const at = instantOfDay('2027-03-01');
    expect(at).toBe(new Date(2027, 2, 1).getTime());
    expect(dayOfInstant(at)).toBe('2027-03-01');
    expect(dayOfInstant(null)).toBe('');
    for (const half of ['', '2027', '2027-3-1', '0000-00-00', '2027-13-01', '2027-02-30']) expect(instantOfDay(half)).toBeNull();
  });

  it.each<[Partial<Credential>, string]>([
    [{ inUse: true }, 'Held'],
    [{ inUse: false }, 'Not in use'],
    [{ place: 'missing' }, 'Not entered'],
    [{ expiresAt: NOW + 4 * DAY }, 'Expires in 4 days'],
    [{ expiresAt: NOW - 1, inUse: true }, 'Expired'],
  ])('%j shows as %s', (changes, label) => {
    const credential: Credential = {
      credentialId: 'one',
      source: { kind: 'secret' },
      addedAt: 0,
      expiresAt: null,
      inUse: true,
      place: 'keychain',
      ...changes,
    };
    expect(stateOf(credential, NOW).label).toBe(label);
  });
});
