import { afterEach, expect, it, vi } from 'vitest';
import type { AppStatus } from '../../../../contract/app-status';
import { followEvents } from '../../../../renderer/app/follow-events';
import { NEWEST_FIRST } from '../../../../renderer/store/incident-filter';
import { useApp } from '../../../../renderer/store/app-store';

const INCIDENT = { tenantId: '11111111-2222-4333-8444-555555555555', incidentId: '7' };
const statusOf = (id: string) => ({ profile: { id }, partnerApps: [], store: { state: 'open' } }) as unknown as AppStatus;

afterEach(() => vi.unstubAllGlobals());

it('another profile takes nothing over that was ticked or being ordered', async () => {
  vi.stubGlobal('location', { hash: '' });
  const main = {
    call: async (name: string) =>
      name === 'app.status' ? { ok: true, value: statusOf('live') } : { ok: false, error: { code: 'storeClosed' } },
    on: () => () => undefined,
  };
  vi.stubGlobal('window', { tenantry: main });
  useApp.setState({ status: statusOf('sandbox') });
  useApp.getState().togglePicked(INCIDENT);
  useApp.getState().order('status', [INCIDENT]);
  useApp.getState().setFilter({ tenantIds: [INCIDENT.tenantId], similarTo: INCIDENT, text: 'of theirs', sort: 'name', groupBy: 'tenant' });
  followEvents();
  await expect.poll(() => useApp.getState().status?.profile.id).toBe('live');
  expect(useApp.getState()).toMatchObject({ picked: new Map(), ordering: null });
  // How one likes to see a list is one's own; whose it is narrowed to is not.
  expect(useApp.getState().filter).toEqual({ ...NEWEST_FIRST, sort: 'name', groupBy: 'tenant' });
});
