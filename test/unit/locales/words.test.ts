import { i18n } from '@lingui/core';
import { afterEach, describe, expect, it } from 'vitest';
import { firstSpoken } from '../../../locales/languages';
import { speak } from '../../../locales/words';
import { showDatesIn } from '../../../renderer/ui/date-format';
import { localTime, relativeTime } from '../../../renderer/ui/relative-time';

const AT = Date.UTC(2026, 10, 23, 21, 4, 0);

afterEach(async () => {
  showDatesIn('system');
  await speak('en');
});

describe('words', () => {
  it('are English from the start, with plurals and numbers', () => {
    const said = (count: number) => i18n.t('{count, plural, one {# tenant} other {# tenants}} failed', { count });
    expect([said(1), said(12_500)]).toEqual(['1 tenant failed', '12,500 tenants failed']);
  });

  it('leave a backslash in a value as it is', () => {
    expect(i18n.t('The file {path} was opened', { path: 'C:\\x86\\u0041\\a' })).toBe('The file C:\\x86\\u0041\\a was opened');
  });

  it('follow the language, and so do numbers and dates', async () => {
    await speak('sv');
    expect(relativeTime(AT - 3_600_000, AT)).toBe('för 1 tim sedan');
    expect(i18n.number(12_500)).toBe('12\u00a0500');
    showDatesIn('Europe/Stockholm');
    expect(localTime(AT)).toBe('23 nov. 2026 22:04');
  });

  it('stay with the last language asked for', async () => {
    await Promise.all([speak('sv'), speak('en')]);
    expect(i18n.locale).toBe('en');
  });
});

describe('the first language that is spoken', () => {
  it.each([
    [['sv-SE', 'en-US'], 'sv'],
    [['de-DE', 'sv'], 'sv'],
    [['en-GB', 'sv-SE'], 'en'],
    [['svx', 'de-DE'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (preferred, spoken) => {
    expect(firstSpoken(preferred)).toBe(spoken);
  });
});

describe('dates', () => {
  it('are in the chosen zone', () => {
    showDatesIn('UTC');
    expect(localTime(AT)).toBe('23 Nov 2026, 21:04');
    showDatesIn('Asia/Tokyo');
    expect(localTime(AT)).toBe('24 Nov 2026, 06:04');
  });
});
