import type { TenantId } from '../../contract/ids';
import type { SyncProgress } from '../../contract/sync';
import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import type { PartnerApps } from '../identity/partner-apps';
import type { StorePort } from '../store/store-port';
import type { StartReader } from './start-reader';
import type { SyncHost } from './sync-lines';

/** What main's side of the process that reads incidents works with. */
export interface SyncClientParts {
  start: StartReader;
  store: Pick<StorePort, 'recordAttempt' | 'urgentTenants' | 'settle'>;
  /** How many days a first read goes back; null: everything. */
  windowDays(): Promise<number | null>;
  /** Which tenants are to be read through Graph first. */
  graphFirst(): Promise<TenantId[]>;
  log: { error(message: string, details: Record<string, unknown>): void };
  apps: Pick<PartnerApps, 'getToken' | 'heldTokens' | 'retry' | 'byReader'>;
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. */
  proxyStanding(resolved: string): Promise<ProxyStanding>;
  onProgress(progress: SyncProgress): void;
  /** A tenant's read began or ended: its state and its incidents may be others now. */
  onTenantChanged(tenantId: TenantId): void;
  /** What a change of an incident is waiting for. */
  onWriteActivity: SyncHost['writeActivity'];
}
