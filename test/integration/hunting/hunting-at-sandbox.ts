import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HuntingRun } from '../../../contract/hunting';
import type { HuntingRow, HuntingView } from '../../../contract/hunting';
import { createHuntingService } from '../../../main/hunting/hunting-service';
import type { HuntingOrder } from '../../../main/hunting/hunting-lines';
import type { SandboxOptions, TenantState } from '../../../sandbox/index';
import { bundleForNode } from '../../support/bundle';
import { testBinding } from '../../support/sqlite-binding';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';

/** The thread's program, made once. */
let bundled: Promise<string> | null = null;
const reader = () => (bundled ??= bundleForNode('main/hunting/spill/spill-reader.ts', 'hunting-reader'));

export const PLAIN: HuntingView = { sort: null, filters: [], text: '' };

/** The hunting service with its real spill, in front of the imitated cloud. */
export interface HuntingAtSandbox extends PartnerAtSandbox {
  service: ReturnType<typeof createHuntingService>;
  tenantIds: string[];
  spillPath: string;
  start(order: Partial<HuntingOrder> & { query: string }): Promise<string>;
  /** Resolves when nothing of the run is under way. */
  ended(runId: string): Promise<HuntingRun>;
  /** Runs to the end. */
  run(order: Partial<HuntingOrder> & { query: string }): Promise<HuntingRun>;
  allRows(runId: string, view?: HuntingView): Promise<HuntingRow[]>;
  close(): Promise<void>;
}

export async function huntingAtSandbox({
  states,
  ...options
}: SandboxOptions & { states?: TenantState[] } = {}): Promise<HuntingAtSandbox> {
  const at = await partnerAtSandbox({ tenants: states?.length ?? 2, incidents: 20, ...options });
  const tenantIds = at.sandbox.tenants.map(({ tenantId }) => tenantId);
  for (const [index, tenantId] of tenantIds.entries()) at.sandbox.control.setTenantState(tenantId, states?.[index] ?? 'consented');
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-hunt-'));
  const spillPath = join(folder, 'hunting.spill');
  const waiting = new Map<string, (run: HuntingRun) => void>();
  const service = createHuntingService({
    host: {
      getToken: (tenantId, wish) => at.broker.getToken(tenantId, wish),
      changed: async () => undefined,
      exporting: async () => undefined,
      ended: async (run) => {
        waiting.get(run.runId)?.(run);
        waiting.delete(run.runId);
      },
    },
    fetch,
    now: Date.now,
  });
  await service.open({ path: spillPath, binding: testBinding(), reader: await reader() });
  let runs = 0;
  const ended = (runId: string): Promise<HuntingRun> => new Promise((resolve) => waiting.set(runId, resolve));
  const start: HuntingAtSandbox['start'] = async (order) => {
    runs += 1;
    const runId = order.runId ?? `run ${runs}`;
    const asked = order.tenantIds ?? tenantIds;
    await service.start({
      range: null,
      split: 'none',
      environments: asked.map(() => at.environment),
      interactive: true,
      scheduleId: null,
      ...order,
      runId,
      tenantIds: asked,
    });
    return runId;
  };
  return {
    ...at,
    service,
    tenantIds,
    spillPath,
    start,
    ended,
    run: async (order) => {
      const runId = `run ${runs + 1}`;
      const end = ended(runId);
      await start({ ...order, runId });
      return end;
    },
    allRows: async (runId, view = PLAIN) => {
      const rows: HuntingRow[] = [];
      for (;;) {
        const page = await service.rows(runId, view, rows.length, 500);
        rows.push(...(page?.rows ?? []));
        if (!page || page.rows.length === 0) return rows;
      }
    },
    close: async () => {
      await service.end();
      await at.sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
