import { z } from 'zod';
import type { TenantId } from '../../contract/ids';
import type { QuotaUse } from '../../contract/sync-schedule';
import type { SyncOutcome, SyncProgress } from '../../contract/sync';
import type { CloudEnvironment } from '../cloud/environment';
import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import type { AppGrant, TokenAsked, TokenPort } from '../identity/token-port';
import type { WriteHost, WriteService } from './writing/write-lines';

/**
 * The lines of the process that reads incidents. `service`: main calls it. `host`: it calls main, for tokens and to tell how
 * far it is. `store`: it writes to the store's process, past main.
 */
export const syncLine = z.enum(['service', 'host', 'store']);
export type SyncLine = z.infer<typeof syncLine>;

export interface SyncOrder {
  /** Names the run in what the host is told. */
  runId: number;
  environment: CloudEnvironment;
  tenantIds: readonly TenantId[];
  /** Those of them with open incidents of high severity. */
  urgent: readonly TenantId[];
  /** Those of them to be read through Graph first; the others over Defender XDR. */
  graphFirst: readonly TenantId[];
  /** Those of them that somebody waits for: their pages are read before all others. */
  interactive: readonly TenantId[];
  /** How many days a first read goes back; null: everything. */
  windowDays: number | null;
}

/** Served by the process. */
export interface SyncService extends WriteService {
  /** Reads these tenants; answers when done or cancelled. */
  start(order: SyncOrder): Promise<SyncOutcome[]>;
  /** Somebody waits for these tenants: those under way are read before all others from now on. */
  hurry(tenantIds: readonly TenantId[]): Promise<void>;
  /** Ends every run under way. */
  cancel(): Promise<void>;
  /** Lets no further page request through, or lets them through again. Those under way go on. */
  pause(paused: boolean): Promise<void>;
  /** What was counted of a tenant's calls, over each surface it was asked by. */
  quota(tenantId: TenantId): Promise<QuotaUse[]>;
  /** Ends the read of a tenant, and answers when it has ended: from then on no request for it is sent, and nothing of it is stored or noted. */
  leave(tenantId: TenantId): Promise<void>;
}

/** A run's read of a tenant began (null), which it does with its first request, or ended with this outcome. */
export interface TenantTold {
  runId: number;
  tenantId: TenantId;
  outcome: SyncOutcome | null;
}

/** Served by main. */
export interface SyncHost extends TokenPort, WriteHost {
  /** How a URL is reached, in the words of a PAC script: only main can ask Chromium. */
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. */
  proxyStanding(resolved: string): Promise<ProxyStanding>;
  /** As `getToken`, for several and without asking anybody: null where a new token is needed. */
  heldTokens(asked: readonly TokenAsked[]): Promise<(AppGrant | null)[]>;
  progress(runId: number, progress: SyncProgress): Promise<void>;
  /** Reads of tenants began, or ended with this outcome; in the order it happened. */
  tenants(told: readonly TenantTold[]): Promise<void>;
}
