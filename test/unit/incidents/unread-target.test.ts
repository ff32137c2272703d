import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEVER_READ } from '../../../main/incidents/sync-pass';
import { unreadTargetOf } from '../../../main/incidents/unread-target';
import type { StorePort } from '../../../main/store/store-port';
import type { UnreadTarget } from '../../../main/store/sync-cursor';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const NOTED: UnreadTarget = { incidentId: '900', tries: 3, since: 10, againAt: 20, said: 'HTTP 500', code: 'serviceError' };

describe('what became of asking for the incident that one was merged into', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open({ path: ':memory:' });
    for (const tenantId of [TENANT_A, TENANT_B]) await store.addTenant(tenant(tenantId, tenantId));
  });
  afterEach(() => temp.remove());

  const merged = (redirectIncidentId: string | null) => incident('1', { redirectIncidentId });
  const read = (
    unreadTargets: UnreadTarget[],
    { surface = 'xdr', rows = [merged('900')] }: { surface?: 'xdr' | 'graph'; rows?: ReturnType<typeof incident>[] } = {},
  ) =>
    store.saveIncidentPage(
      page(TENANT_A, rows, { surface, sync: { cursor: { ...NEVER_READ, unreadTargets }, follows: NEVER_READ.round, unlistedAt: null } }),
    );
  const toldOf = (surface: 'xdr' | 'graph' = 'xdr', tenantId = TENANT_A, redirectIncidentId: string | null = '900') =>
    unreadTargetOf({ tenantId, redirectIncidentId, surface }, store);

  it('is told where the service failed to give it, with what is known of that', async () => {
    await read([{ ...NOTED, incidentId: '899' }, NOTED]);
    const { incidentId: _id, ...told } = NOTED;
    expect(await toldOf()).toEqual(told);
    expect(await toldOf('graph')).toEqual(told);
    expect([await toldOf('xdr', TENANT_B), await toldOf('xdr', TENANT_A, '901'), await toldOf('xdr', TENANT_A, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is that over the surface the incident was read over, where both failed', async () => {
    await read([NOTED]);
    await read([{ ...NOTED, tries: 1, said: 'HTTP 504', code: undefined }], { surface: 'graph' });
    expect([await toldOf('xdr'), await toldOf('graph')]).toMatchObject([{ tries: 3 }, { tries: 1, said: 'HTTP 504', code: null }]);
  });

  it('is nothing any more once it is stored, whatever brought it', async () => {
    await read([NOTED]);
    await read([NOTED], { rows: [incident('900')] });
    expect(await toldOf()).toBeNull();
  });
});
