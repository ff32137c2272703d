import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditLog } from '../../../main/audit/audit-log';
import type { StorePort } from '../../../main/store/store-port';
import { TENANT_A } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const OWN = '88888888-8888-4888-8888-888888888888';

describe('the audit log', () => {
  let temp: TempStore;
  let store: StorePort;
  let log: AuditLog;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant({ tenantId: TENANT_A, displayName: 'Alpha', domain: null, addedAt: 1 });
    log = new AuditLog({ store, now: () => 1_700_000_000_000, user: () => 'kim', ownTenants: () => [OWN] });
  });
  afterEach(() => temp.remove());

  it('writes who did what, when, and about which tenant by the name it has', async () => {
    await log.note('tokenCopied', TENANT_A, { api: 'xdr' });
    await store.renameTenant(TENANT_A, 'Renamed');
    await log.note('auditExported', null);
    await log.noteEach('tenantRemoved', [TENANT_A, '99999999-9999-4999-8999-999999999999']);
    expect(await log.list(null)).toMatchObject([
      { number: 3, action: 'tenantRemoved', tenantName: 'Renamed' },
      { number: 2, action: 'auditExported', tenantId: null, tenantName: null, detail: {} },
      {
        number: 1,
        at: 1_700_000_000_000,
        user: 'kim',
        action: 'tokenCopied',
        tenantId: TENANT_A,
        tenantName: 'Alpha',
        detail: { api: 'xdr' },
      },
    ]);
  });

  it('is exported whole, oldest first, in a form anybody can recompute', async () => {
    for (let line = 0; line < 230; line += 1) await log.note('tokenCopied', TENANT_A, { z: String(line), a: 'é"\n' });
    const lines = (await log.exported()).trimEnd().split('\n');
    expect(lines).toHaveLength(230);
    let hash = '0'.repeat(64);
    for (const [index, text] of lines.entries()) {
      const line = JSON.parse(text) as Record<string, unknown> & { detail: Record<string, string> };
      expect(line).toMatchObject({ number: index + 1, time: '2023-11-14T22:13:20.000Z' });
      const facts = Object.keys(line.detail)
        .sort()
        .map((name) => [name, line.detail[name]]);
      const hashed = JSON.stringify([line.number, line.at, line.user, line.action, line.tenantId, line.tenantName, facts]);
      hash = createHash('sha256').update(`${hash}\n${hashed}`).digest('hex');
      expect(line.hash).toBe(hash);
    }
    expect(await log.verify()).toEqual({ intact: true, entries: 230, head: hash });
  });

  it('names the partner’s own tenant, which is in no list', async () => {
    await log.note('signedIn', OWN);
    expect(await log.list(null)).toMatchObject([{ tenantId: OWN, tenantName: 'Your own tenant' }]);
  });

  it('is an empty text while it is empty', async () => {
    expect(await log.exported()).toBe('');
  });
});
