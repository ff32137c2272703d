import type { SyncOutcome } from '../../../contract/sync';
import type { CloudEnvironment } from '../../../main/cloud/environment';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import type { TransportLimits } from '../../../main/cloud/transport';
import type { TokenPort } from '../../../main/identity/token-port';
import type { CallBudgets } from '../../../main/incidents/call-budget';
import { GraphProvider } from '../../../main/incidents/graph-provider';
import type { Delay } from '../../../main/incidents/retry';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { type SyncRun, syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';

export interface ReaderParts {
  environment: CloudEnvironment;
  tokens: TokenPort;
  store: StorePort;
  budgets: CallBudgets;
  fetch: FetchPort;
  now(): number;
  delay: Delay;
  limits: TransportLimits;
  windowDays: number | null;
}

/** Reads tenants once with the engine, its provider and the store as they are; only time and the way out are handed in. */
export function readOnce(
  parts: ReaderParts,
  tenantIds: readonly string[],
  ends: Pick<SyncRun, 'signal' | 'signalOf' | 'hasLeft'>,
): Promise<SyncOutcome[]> {
  const { environment, fetch, now, limits } = parts;
  const access = { environment, fetch, now, limits };
  const providers = [new XdrProvider(access), new GraphProvider(access)];
  return syncTenants(
    { ...parts, providers, refusals: new SurfaceRefusals(), turns: new Turns(3), tokenTurns: new Turns(3), random: () => 0 },
    { ...ends, tenantIds, onProgress: () => undefined },
  );
}
