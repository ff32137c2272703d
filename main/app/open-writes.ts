import type { TenantId } from '../../contract/ids';
import type { AuditLog } from '../audit/audit-log';
import type { PartnerApps } from '../identity/partner-apps';
import { delay } from '../incidents/retry';
import type { SyncClient } from '../incidents/sync-client';
import { WriteDesk } from '../incidents/writing/write-desk';
import { WriteWays } from '../incidents/writing/write-ways';
import type { StorePort } from '../store/store-port';
import { coalesce } from './coalesce';
import type { OpenProfileParts } from './open-profile-parts';

/** The progress of changes is said at most this often. */
const WRITES_MS = 100;

/** Puts together what changes incidents: the process that reads asks the service for it. */
export function openWrites({
  store,
  audit,
  apps,
  sync,
  parts,
  onIncident,
}: {
  store: StorePort;
  audit: AuditLog;
  apps: PartnerApps;
  sync: SyncClient;
  parts: Pick<OpenProfileParts, 'log' | 'tell'>;
  /** A stored incident of this tenant is another. */
  onIncident(tenantId: TenantId): void;
}): { writes: WriteDesk; stop(): void } {
  const now = () => Date.now();
  const changed = coalesce(() => parts.tell('writes.changed', null), WRITES_MS);
  const writes = new WriteDesk({
    store,
    audit,
    ways: new WriteWays(apps, now),
    service: {
      readNow: (...order) => sync.writes.readNow(...order),
      update: (...order) => sync.writes.update(...order),
      endWrite: (writeId) => sync.writes.endWrite(writeId),
    },
    now,
    delay,
    log: parts.log,
    onChange: () => changed.soon(),
    onIncident,
  });
  return {
    writes,
    stop: () => {
      writes.close();
      changed.stop();
    },
  };
}
