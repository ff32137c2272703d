import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationRule } from '../../../contract/notifications';
import { bodyFor } from '../../../main/notifications/body-text';
import { noticesOf } from '../../../main/notifications/notices';
import { isWorthTelling, quietUntil } from '../../../main/notifications/rules';
import type { NewsIncident } from '../../../main/store/incident-news';

const NOW = 1_000 * 3_600_000;
const news = (over: Partial<NewsIncident> = {}): NewsIncident => ({
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
  tenantName: 'Contoso',
  group: 'Retail',
  incidentId: '7',
  name: 'Mimikatz on PC-ANNA',
  severity: 'High',
  createdAt: NOW - 3_600_000,
  isNew: 1,
  newsAt: NOW,
  state: 'high',
  ...over,
});
const rule = (over: Partial<NotificationRule> = {}): NotificationRule => ({
  group: null,
  severity: 'medium',
  newerThanHours: null,
  ...over,
});

describe('a rule', () => {
  it.each([
    ['of all customers', rule(), {}, true],
    ['of the customer’s group, in other letters', rule({ group: 'retail' }), {}, true],
    ['of another group', rule({ group: 'Banks' }), {}, false],
    ['of a higher severity', rule({ severity: 'high' }), { severity: 'medium' }, false],
    ['met by a severity nobody knows', rule({ severity: 'high' }), { severity: 'apocalyptic' }, true],
    ['of newer incidents', rule({ newerThanHours: 1 }), { createdAt: NOW - 3_600_001 }, false],
    ['of incidents just as new', rule({ newerThanHours: 1 }), {}, true],
    [
      'of what was new when it came, however long that waited',
      rule({ newerThanHours: 1 }),
      { newsAt: NOW - 1_800_000, createdAt: NOW - 4_500_000 },
      true,
    ],
    ['met without a time of creation', rule({ newerThanHours: 1 }), { createdAt: null }, true],
  ])('%s', (_what, one, over, fits) => {
    expect(isWorthTelling(news(over), [one])).toBe(fits);
  });

  it('is enough where several do not fit, and without one nothing is told', () => {
    expect(isWorthTelling(news(), [rule({ group: 'Banks' }), rule()])).toBe(true);
    expect(isWorthTelling(news(), [])).toBe(false);
  });
});

describe('quiet hours', () => {
  const at = (hours: number, minutes = 0) => new Date(2026, 10, 28, hours, minutes);
  it.each([
    ['over midnight, in the evening', { from: '18:00', to: '07:00' }, at(23), new Date(2026, 10, 29, 7)],
    ['over midnight, in the morning', { from: '18:00', to: '07:00' }, at(6, 59), at(7)],
    ['over midnight, at their end', { from: '18:00', to: '07:00' }, at(7), null],
    ['within a day', { from: '12:00', to: '13:30' }, at(12), at(13, 30)],
    ['within a day, before them', { from: '12:00', to: '13:30' }, at(11, 59), null],
    ['without a length', { from: '12:00', to: '12:00' }, at(12), null],
    ['that are not set', null, at(3), null],
  ])('%s', (_what, quiet, now, end) => {
    expect(quietUntil(quiet, now)).toEqual(end);
  });
});

describe('quiet hours in the nights in which the clocks change', () => {
  const zone = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = 'Europe/Stockholm';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['an hour that comes twice, the first time', '2026-10-25T00:10:00Z', '02:30', '2026-10-25T00:30:00Z'],
    ['an hour that comes twice, the second time', '2026-10-25T01:10:20Z', '02:30', '2026-10-25T01:30:00Z'],
    ['a long night', '2026-10-24T21:00:00Z', '07:00', '2026-10-25T06:00:00Z'],
    ['a short night', '2026-03-28T22:00:00Z', '07:00', '2026-03-29T05:00:00Z'],
    ['an hour that never comes', '2026-03-28T22:00:00Z', '02:30', '2026-03-29T01:30:00Z'],
  ])('end after now: %s', (_what, now, to, end) => {
    expect(new Date('2026-10-25T01:10:00Z').getHours(), 'the zone of the test').toBe(2);
    expect(quietUntil({ from: '22:00', to }, new Date(now))).toEqual(new Date(end));
  });
});

describe('notifications', () => {
  it('are shown one by one while they are few, the most severe first, without what the incident is called', () => {
    const shown = noticesOf([news({ severity: 'medium', incidentId: '1' }), news({ incidentId: '2' })], { showNames: false });
    expect(shown.map(({ title }) => title)).toEqual(['Contoso: new incident of high severity', 'Contoso: new incident of medium severity']);
    expect(shown[0]?.opens).toEqual({ kind: 'incident', incident: { tenantId: news().tenantId, incidentId: '2' } });
    expect(JSON.stringify(shown)).not.toContain('ANNA');
    expect(noticesOf([news()], { showNames: true })[0]?.body).toBe('Mimikatz on PC-ANNA');
  });

  it('are one line, whatever line breaks or marks of direction a name has', () => {
    const [shown] = noticesOf([news({ name: 'invoice\n\u202Efdp.exe' })], { showNames: true });
    expect(shown?.body).toBe('invoice fdp.exe');
  });

  it.each<[NodeJS.Platform, string]>([
    ['linux', '&lt;a href="https://evil.example"&gt;R&amp;D&lt;/a&gt;'],
    ['win32', '<a href="https://evil.example">R&D</a>'],
    ['darwin', '<a href="https://evil.example">R&D</a>'],
  ])('are text where the desktop takes their body for markup: %s', (platform, body) => {
    expect(bodyFor(platform, '<a href="https://evil.example">R&D</a>')).toBe(body);
  });

  it('are one in a storm', () => {
    const many = Array.from({ length: 37 }, (_, index) =>
      news({
        incidentId: String(index),
        tenantId: `aaaaaaaa-0000-4000-8000-00000000000${index % 5}`,
        severity: index < 4 ? 'high' : 'low',
      }),
    );
    expect(noticesOf(many, { showNames: true })).toEqual([
      { title: '37 new incidents at 5 customers', body: '4 of them of high severity.', opens: { kind: 'incidents' } },
    ]);
    const [first, ...rest] = many.map((one) => ({ ...one, isNew: 0 }));
    expect(noticesOf(rest, { showNames: true })[0]?.title).toBe('36 changed incidents at 5 customers');
    expect(noticesOf([{ ...news(), ...first, isNew: 1 }, ...rest], { showNames: true })[0]?.title).toBe(
      '37 new or changed incidents at 5 customers',
    );
    expect(noticesOf([], { showNames: true })).toEqual([]);
  });
});
