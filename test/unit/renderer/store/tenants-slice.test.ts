import { afterEach, expect, it, vi } from 'vitest';
import { useApp } from '../../../../renderer/store/app-store';

const STAYS = { tenantId: '11111111-2222-4333-8444-555555555555', incidentId: '7' };
const GOES = { tenantId: '99999999-2222-4333-8444-555555555555', incidentId: '7' };

afterEach(() => vi.unstubAllGlobals());

it('incidents of a tenant that was removed are not ticked any more', async () => {
  let answer: unknown = { ok: true, value: [STAYS, GOES].map(({ tenantId }) => ({ tenantId, displayName: tenantId })) };
  vi.stubGlobal('window', { tenantry: { call: async () => answer } });
  await useApp.getState().loadTenants();
  useApp.getState().togglePicked(STAYS);
  useApp.getState().togglePicked(GOES);
  const before = useApp.getState().picked;
  await useApp.getState().loadTenants();
  expect(useApp.getState().picked).toBe(before);

  answer = { ok: false, error: { code: 'storeClosed' } };
  await useApp.getState().loadTenants();
  expect(useApp.getState().picked).toBe(before);

  answer = { ok: true, value: [{ tenantId: STAYS.tenantId, displayName: 'Stays' }] };
  await useApp.getState().loadTenants();
  expect([...useApp.getState().picked.values()]).toEqual([STAYS]);
});
