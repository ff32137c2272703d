import { expect, it } from 'vitest';
import { choosing, chosenOf, FILTER_PARTS, storedChoices, waysNarrowed } from '../../../../renderer/features/incidents/filter-words';
import { NEWEST_FIRST } from '../../../../renderer/store/incident-filter';

const CHOICES = {
  assignees: [],
  severities: ['high', 'unspecified'],
  statuses: ['active', 'awaitingaction'],
  facets: { service: [], detection: [], category: [], technique: [], tag: [] },
};

it.each([
  ['severities', 'high', 'unspecified'],
  ['statuses', 'active', 'awaitingaction'],
] as const)('%s that have no place in the toolbar can be chosen, and narrow no list unseen', (part, common, rare) => {
  expect(storedChoices(part, CHOICES)).toEqual([rare]);
  const filter = { ...NEWEST_FIRST, [part]: [common, rare] };
  expect([chosenOf(filter, part), waysNarrowed(filter)]).toEqual([[rare], 1]);
  expect(waysNarrowed({ ...NEWEST_FIRST, [part]: [common] })).toBe(0);
  expect(choosing(filter, part, [])).toEqual({ [part]: [common] });
  expect(choosing({ ...NEWEST_FIRST, [part]: [common] }, part, [rare])).toEqual({ [part]: [common, rare] });
});

it('every part is chosen and taken off again', () => {
  for (const { part } of FILTER_PARTS) {
    const filter = { ...NEWEST_FIRST, ...choosing(NEWEST_FIRST, part, ['x']) };
    expect(chosenOf(filter, part)).toEqual(['x']);
    expect(waysNarrowed({ ...filter, ...choosing(filter, part, []) })).toBe(0);
  }
});
