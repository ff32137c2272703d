import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { WriteItem } from '../../../../contract/writes';
import { PauseBanner } from '../../../../renderer/app/PauseBanner';
import { openAtWords, spanWords, timeWords } from '../../../../renderer/features/incidents/time-words';
import { ToldNotices } from '../../../../renderer/features/settings/ToldNotices';
import { WriteLine } from '../../../../renderer/features/writing/WriteLine';
import { utcTime } from '../../../../renderer/ui/relative-time';

const AT = Date.UTC(2026, 10, 28, 21, 4, 5);
const UTC = '2026-11-28 21:04:05 UTC';
const hovers = (element: ReactElement) => [...renderToStaticMarkup(element).matchAll(/title="([^"]*)"/g)].map(([, title]) => title);

it('A notice told of late, and the pause of reading, say their moment in UTC', () => {
  const told = [{ at: AT, title: 'New incident', body: 'At Alpha', opens: { kind: 'incidents' as const } }];
  expect(hovers(createElement(ToldNotices, { told }))).toContain(UTC);
  expect(hovers(createElement(PauseBanner, { since: AT }))).toContain(UTC);
});

it('A change that is held back says in UTC until when', () => {
  const item = { tenantId: 'a', tenantName: 'Alpha', incidentId: '1', name: 'One', state: 'waiting', until: AT } as WriteItem;
  expect(hovers(createElement(WriteLine, { item, batchId: 'b' }))).toContainEqual(expect.stringContaining(UTC));
});

it('Filters by time say their moments in UTC', () => {
  const until = '2026-11-28 21:04:06 UTC';
  const updated = { updatedWithinHours: null, updatedFrom: AT, updatedBefore: null };
  expect(timeWords(updated, utcTime)).toBe(`From ${UTC}`);
  expect(spanWords(AT, AT + 1_000, utcTime)).toBe(`${UTC} to ${until}`);
  expect(spanWords(null, AT + 1_000, utcTime)).toBe(`Before ${until}`);
  expect(openAtWords(AT, utcTime)).toBe(UTC);
  expect(timeWords({ ...updated, updatedWithinHours: 5 }, utcTime)).toBe('Last 5 hours');
});
