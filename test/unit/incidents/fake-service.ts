import { brotliDecompressSync } from 'node:zlib';
import type { Problem } from '../../../contract/problem';
import type { SyncProgress } from '../../../contract/sync';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import type { TokenPort } from '../../../main/identity/token-port';
import { CallBudgets } from '../../../main/incidents/call-budget';
import type { PageRequestParts } from '../../../main/incidents/page-requests';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { IncidentPageWrite } from '../../../main/store/page-port';
import type { AttemptResult } from '../../../main/store/store-port';
import type { SyncCursor } from '../../../main/store/sync-cursor';

export const NOW = Date.UTC(2026, 0, 15, 12);
export const TENANTS = [1, 2, 3, 4, 5].map((n) => `0000000${n}-2222-4333-8444-555555555555`);
export const [ONE = ''] = TENANTS;

export const page = (items: unknown[], more: object = {}): Response => new Response(JSON.stringify({ value: items, ...more }));
export const incidents = (from: number, to: number): { incidentId: number }[] =>
  Array.from({ length: to - from }, (_, index) => ({ incidentId: from + index }));
export const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ error: { code, message } }), { status, headers });

export interface Asked {
  tenantId: string;
  url: string;
  token: string;
}

/**
 * The engine and the provider in front of a service that answers as the test says; the store only takes notes.
 * A token is `<tenant>#<number>`, so that the service knows who asks.
 */
export function setUp(reply: (asked: Asked, signal: AbortSignal) => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const pages: IncidentPageWrite[] = [];
  const attempts: { tenantId: string; result: AttemptResult }[] = [];
  const waits: number[] = [];
  const progress: SyncProgress[] = [];
  const clock = { now: NOW };
  const cursors = new Map<string, SyncCursor>();
  const tokens = new Map<string, number>();
  const refusals = new Map<string, Problem>();
  const abort = new AbortController();
  const fetch: FetchPort = async (url, init) => {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const one = { tenantId: token.split('#')[0] ?? '', url, token };
    asked.push(one);
    return reply(one, init.signal ?? abort.signal);
  };
  const parts = {
    tokens: {
      getToken: async (tenantId: string, { renew }: { renew: boolean }) => {
        const refusal = refusals.get(tenantId);
        if (refusal) return { ok: false as const, problem: refusal };
        if (renew) tokens.set(tenantId, (tokens.get(tenantId) ?? 0) + 1);
        return { ok: true as const, accessToken: `${tenantId}#${tokens.get(tenantId) ?? 0}`, expiresAt: NOW + 3_600_000 };
      },
    } as TokenPort,
    heldToken: undefined as PageRequestParts['heldToken'],
    providers: [new XdrProvider({ environment: { apiBase: 'https://api.lab.example' }, fetch, now: () => clock.now })],
    refusals: new SurfaceRefusals(),
    store: {
      saveIncidentPage: async (write: IncidentPageWrite) => {
        pages.push(write);
        if (write.sync) cursors.set(write.tenantId, write.sync.cursor);
        return { inserted: write.rows.length, updated: 0, unchanged: 0 };
      },
      readSyncCursor: async (tenantId: string) => ({
        cursor: cursors.get(tenantId) ?? null,
        empty: !pages.some((page) => page.tenantId === tenantId),
      }),
      missingTargets: async () => [] as string[],
      recordAttempt: async (tenantId: string, result: AttemptResult) => void attempts.push({ tenantId, result }),
    },
    turns: new Turns(8),
    tokenTurns: new Turns(8),
    budgets: new CallBudgets(),
    windowDays: null as number | null,
    now: () => clock.now,
    random: () => 0,
    delay: async (ms: number) => {
      waits.push(ms);
      clock.now += ms;
    },
  };
  const sync = (tenantIds: readonly string[] = [ONE], { atOnce, ...overrides }: Partial<typeof parts> & { atOnce?: number } = {}) =>
    syncTenants(
      { ...parts, ...(atOnce === undefined ? {} : { turns: new Turns(atOnce) }), ...overrides },
      { tenantIds, signal: abort.signal, onProgress: (step) => progress.push(step) },
    );
  const bodies = (): string[] => pages.map(({ raw }) => brotliDecompressSync(raw.bytes).toString('utf8'));
  return { sync, asked, pages, cursors, bodies, attempts, waits, progress, clock, refusals, abort, parts };
}
