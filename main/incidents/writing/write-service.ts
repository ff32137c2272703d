import type { Problem } from '../../../contract/problem';
import { packBody, unpackBody } from '../../store/packed-body';
import type { StorePort } from '../../store/store-port';
import type { FetchPort } from '../../cloud/fetch-port';
import type { TokenPort } from '../../identity/token-port';
import type { CallBudgets } from '../call-budget';
import { GraphProvider } from '../graph-provider';
import { PageRequests } from '../page-requests';
import type { IncidentProvider, ProviderPage } from '../provider';
import type { Attempt, Delay } from '../retry';
import { storeFailure } from '../store-failure';
import type { Turns } from '../turns';
import { XdrProvider } from '../xdr-provider';
import { shows } from './change-rules';
import { GraphWriter } from './graph-writer';
import { factsAt } from './read-facts';
import { type Awaited, type IncidentNow, UNHEARD, type WriteHost, type WriteOrder, type WriteService } from './write-lines';
import { XdrWriter } from './xdr-writer';

export interface WriteServiceParts {
  host: TokenPort & WriteHost;
  store: Pick<StorePort, 'saveIncidentPage'>;
  fetch: FetchPort;
  /** Shared with reading: quotas are those of the tenant. */
  turns: Turns;
  tokenTurns: Turns;
  budgets: CallBudgets;
  now(): number;
  delay: Delay;
  random(): number;
}

/** How long what an incident was compared with is believed, in milliseconds. */
const COMPARED_MS = 3_000;

/** Reads and changes single incidents, in the budgets and turns that reading has, before everything else that waits. */
export function createWriteService(parts: WriteServiceParts): WriteService {
  const { host, store, turns, tokenTurns, budgets, now, delay, random } = parts;
  const open = new Map<string, AbortController>();

  const requests = (order: WriteOrder, provider: IncidentProvider, signal: AbortSignal, how: { write: boolean; once: boolean }) =>
    new PageRequests(
      {
        tenantId: order.tenantId,
        budget: budgets.of(order.tenantId, order.surface),
        rank: { interactive: true, urgent: true, ordered: true },
        need: how.write ? 'updateIncidents' : 'readIncidents',
        trustRoles: how.write,
        once: how.once,
        signal,
        onActivity: (activity) => void host.writeActivity(order.writeId, activity).catch(() => undefined),
      },
      { tokens: host, provider, turns, tokenTurns, now, delay, random },
    );

  /** Runs one step of an order; it can be ended until it is over. */
  const step = async <T>({ writeId }: WriteOrder, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const abort = new AbortController();
    open.set(writeId, abort);
    try {
      return await work(abort.signal);
    } finally {
      open.delete(writeId);
    }
  };

  const save = async ({ tenantId, surface }: WriteOrder, page: ProviderPage, own: boolean): Promise<Attempt<void>> => {
    try {
      const raw = await packBody(page);
      await store.saveIncidentPage({ tenantId, surface, readAt: now(), raw, rows: page.rows, own });
      return { ok: true, value: undefined };
    } catch (error) {
      return { ok: false, problem: storeFailure(error, now()) };
    }
  };

  return {
    readNow: (order, awaited) =>
      step(order, async (signal) => {
        const provider = providerOf(order, parts);
        let found: IncidentNow | null = null;
        const read = await requests(order, provider, signal, { write: false, once: false }).page(
          (one, access) => one.readIncident?.({ ...access, incidentId: order.incidentId }) ?? Promise.resolve(NOTHING),
          {
            newest: true,
            handle: async (page) => {
              if (page.rows.length === 0) return { ok: true, value: undefined };
              found = await nowOf(page, provider, order.incidentId);
              if (!found)
                return { ok: false, problem: { code: 'unreadable', at: now(), detail: 'Another incident came back than was asked for.' } };
              return isOld(found, awaited) ? { ok: true, value: undefined } : save(order, page, awaited !== null);
            },
          },
        );
        return read.ok ? { ok: true, now: found } : read;
      }),

    update: (order, update, comparedAt) =>
      step(order, async (signal) => {
        const access = { environment: order.environment, fetch: parts.fetch, now };
        const writer = order.surface === 'graph' ? new GraphWriter(access) : new XdrWriter(access);
        const provider = providerOf(order, parts);
        const taken = { fields: false };
        let unheard: Problem | null = null;
        let outdated = false;
        const { comment, ...fields } = update;
        // A comment stands beside those of others; everything else takes the place of what is there.
        const isOutdated = () => !taken.fields && Object.keys(fields).length > 0 && now() - comparedAt > COMPARED_MS;
        // A comment that was sent twice stands there twice, for ever.
        const once = comment !== undefined;
        const sent = await requests(order, provider, signal, { write: true, once }).page(
          async (_, { accessToken, meter }) => {
            outdated = isOutdated();
            if (outdated) return { ok: false, problem: { code: 'internal', at: now() } };
            const answer = await writer.update({ accessToken, meter, incidentId: order.incidentId, update, taken });
            if (!answer.ok && UNHEARD.has(answer.problem.code)) unheard = answer.problem;
            return answer;
          },
          { newest: true, handle: async () => ({ ok: true, value: undefined }) },
        );
        // What a later try met (a limit, a cancel) does not undo one before it that may have been taken.
        if (!sent.ok && outdated)
          return { ok: false, problem: unheard ?? { code: 'throttled', at: now() }, partly: false, outdated: !unheard };
        if (!sent.ok) return { ok: false, problem: unheard ?? sent.problem, partly: taken.fields };
        const answered = await nowOf(sent.value, provider, order.incidentId);
        // An answer without alerts is not the whole incident.
        const whole = answered !== null && (sent.value.rows[0]?.alertCount ?? 0) > 0;
        const saved = whole ? await save(order, sent.value, true) : null;
        return { ok: true, now: saved?.ok ? answered : null };
      }),

    endWrite: async (writeId) => open.get(writeId)?.abort(),
  };
}

const NOTHING = { ok: true as const, page: { bytes: new Uint8Array(), rows: [], next: null } };

function providerOf({ surface, environment }: WriteOrder, { fetch, now }: WriteServiceParts): IncidentProvider {
  const access = { environment, fetch, now };
  return surface === 'graph' ? new GraphProvider(access) : new XdrProvider(access);
}

/** Null: it is not the incident asked for. */
async function nowOf({ bytes, encoding, rows }: ProviderPage, provider: IncidentProvider, incidentId: string): Promise<IncidentNow | null> {
  const [row] = rows;
  if (row?.incidentId !== incidentId) return null;
  const body = encoding ? await unpackBody({ encoding, bytes }) : Buffer.from(bytes).toString('utf8');
  const comments = provider.contentAt(body, row.rawIndex).comments.map(({ text }) => text);
  return { facts: factsAt(body, row), redirectIncidentId: row.redirectIncidentId, comments };
}

function isOld({ facts }: IncidentNow, awaited: Awaited | null): boolean {
  return awaited !== null && !shows(facts, awaited.before, awaited.change);
}
