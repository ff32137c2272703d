import { expect, it } from 'vitest';
import { useApp } from '../../../../renderer/store/app-store';

const [A, B] = ['11111111-2222-4333-8444-555555555555', '22222222-2222-4333-8444-555555555555'] as const;

it('ticks of some are taken off, and those of the same number at another tenant stay', () => {
  const { togglePicked, untick } = useApp.getState();
  for (const tenantId of [A, B]) for (const incidentId of ['1', '2']) togglePicked({ tenantId, incidentId });
  untick([
    { tenantId: A, incidentId: '1' },
    { tenantId: B, incidentId: '3' },
  ]);
  expect([...useApp.getState().picked.values()]).toEqual([
    { tenantId: A, incidentId: '2' },
    { tenantId: B, incidentId: '1' },
    { tenantId: B, incidentId: '2' },
  ]);
});
