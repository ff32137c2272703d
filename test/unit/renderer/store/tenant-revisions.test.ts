import { expect, it } from 'vitest';
import { useApp } from '../../../../renderer/store/app-store';
import { revisionOf } from '../../../../renderer/store/incidents-slice';

const [A, B] = ['11111111-2222-4333-8444-555555555555', '22222222-2222-4333-8444-555555555555'] as const;

it('an open incident is asked for again when its tenant is named, or none, and not for others', () => {
  const { touchIncidents } = useApp.getState();
  const seen = () => [revisionOf(A)(useApp.getState()), revisionOf(B)(useApp.getState()), useApp.getState().incidentsRevision];
  /** Which of the three rose. */
  const risen = (tenantIds: string[] | null) => {
    const before = seen();
    touchIncidents(tenantIds);
    return seen().map((now, at) => now > (before[at] ?? 0));
  };
  expect(risen([B])).toEqual([false, true, true]);
  expect(risen([A, B])).toEqual([true, true, true]);
  expect(risen(null)).toEqual([true, true, true]);
  expect(risen([B])).toEqual([false, true, true]);
  expect(risen(null)).toEqual([true, true, true]);
  expect(risen([A])).toEqual([true, false, true]);
});
