import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConsentLog } from '../../../main/identity/consent-log';
import type { AcquireAnswer } from '../../../main/identity/token-broker';
import type { StorePort } from '../../../main/store/store-port';
import { TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

let temp: TempStore;
let store: StorePort;
let calls: string[];
let changed: string[];
let refuses: boolean;
let log: ConsentLog;

beforeEach(async () => {
  temp = new TempStore();
  store = await temp.open({ path: ':memory:' });
  for (const [id, name] of [
    [TENANT_A, 'Alpha'],
    [TENANT_B, 'Beta'],
  ] as const)
    await store.addTenant(tenant(id, name));
  calls = [];
  refuses = false;
  changed = [];
  log = new ConsentLog({
    store: {
      addConsentEvents: (events) => {
        calls.push(`add ${events.length}`);
        return refuses ? Promise.reject(new Error('full')) : store.addConsentEvents(events);
      },
      listConsentEvents: (tenantIds) => {
        calls.push(`list ${tenantIds.length}`);
        return store.listConsentEvents(tenantIds);
      },
    },
    now: () => 7,
    onChange: (tenantId) => void changed.push(tenantId),
  });
});
afterEach(() => temp.remove());

const token = (...roles: string[]): AcquireAnswer => {
  const times = { expiresAt: 9, obtainedAt: 7, fromCache: false };
  return { ok: true, facts: { tenantId: TENANT_A, resource: 'xdr', lacking: [], roles, missingRoles: [], warnings: [], ...times } };
};
const kinds = async (tenantId: string) => (await store.listConsentEvents([tenantId]))[0]?.map(({ kind }) => kind);

it('tokens of many tenants at once share one look and one transaction, and who asked hears when they are kept', async () => {
  await Promise.all([
    log.noteToken(TENANT_A, 'app', token('Incident.Read.All')),
    log.noteToken(TENANT_B, 'app', token('Incident.Read.All')),
  ]);
  expect(calls).toEqual(['list 2', 'add 2']);
  expect(changed).toEqual([TENANT_A, TENANT_B]);
  expect([await kinds(TENANT_A), await kinds(TENANT_B)]).toEqual([['token'], ['token']]);
});

it('what happens to one tenant at once is kept in its order, each compared with the one before it', async () => {
  await Promise.all([
    log.add(TENANT_A, 'opened'),
    log.add(TENANT_A, 'opened'),
    log.noteToken(TENANT_A, 'app', token('Incident.Read.All', 'Incident.ReadWrite.All')),
    log.noteToken(TENANT_A, 'app', token('Incident.Read.All', 'Incident.ReadWrite.All')),
    log.noteToken(TENANT_A, 'app', token('Incident.Read.All')),
  ]);
  expect(await kinds(TENANT_A)).toEqual(['drifted', 'token', 'opened']);
  expect(calls).toEqual(['list 1', 'add 3']);
});

it('is there for who asks right after, and before the end', async () => {
  void log.add(TENANT_A, 'sent');
  expect((await log.list(TENANT_A)).map(({ kind }) => kind)).toEqual(['sent']);
  void log.add(TENANT_B, 'sent');
  await log.flush();
  expect(await kinds(TENANT_B)).toEqual(['sent']);
});

it('a store that refuses once is told to who asked, and keeps what comes later', async () => {
  refuses = true;
  await expect(log.add(TENANT_A, 'sent')).rejects.toThrow('full');
  expect(changed).toEqual([]);
  refuses = false;
  await log.add(TENANT_A, 'opened');
  expect(await kinds(TENANT_A)).toEqual(['opened']);
});
