import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { CloudEnvironment } from '../../../main/cloud/environment';
import { TokenBroker } from '../../../main/identity/token-broker';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { pageReader } from '../../../main/incidents/page-content';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';
import type { StorePort } from '../../../main/store/store-port';
import { HistoryClock } from './history-clock';
import { readOnce } from './reader';
import type { ChildReport, ReadOrder } from './reader-orders';

const LIMITS = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 64 * 1024 * 1024 };

/** Opens the store, reads the tenants and says what it is at, until it is done or killed. */
async function read(order: ReadOrder): Promise<void> {
  const answer = await openSqliteStore({ path: order.path, key: order.key, binding: order.binding }, pageReader);
  if (!answer.ok) throw new Error(`${answer.failure}: ${answer.detail}`);
  const clock = new HistoryClock(order.now, () => undefined);
  const environment: CloudEnvironment = order.environment;
  const tokens = new TokenBroker({
    environment,
    clientId: order.clientId,
    purpose: DEFAULT_PURPOSE,
    getCredential: async () => ({ kind: 'secret', secret: order.secret }),
    fetch,
    now: Date.now,
    limits: LIMITS,
    onGlobalProblem: () => undefined,
  });
  const outcomes = await readOnce(
    {
      environment,
      tokens,
      store: reporting(answer.store),
      budgets: new CallBudgets(),
      fetch: async (url, init) => {
        await report({ step: 'asked' });
        const response = await fetch(url, init);
        await report({ step: 'answered' });
        return response;
      },
      now: clock.now,
      delay: clock.delay,
      limits: LIMITS,
      windowDays: order.windowDays,
    },
    order.tenantIds,
    { signal: new AbortController().signal },
  );
  await answer.store.close();
  await report({ step: 'done', outcomes });
  process.disconnect();
}

/** The store, saying when a page is about to be stored and when it is. */
function reporting(store: StorePort): StorePort {
  return new Proxy(store, {
    get: (target, name: keyof StorePort) => {
      if (name !== 'saveIncidentPage') return target[name].bind(target);
      return async (...[page]: Parameters<StorePort['saveIncidentPage']>) => {
        await report({ step: 'saves' });
        const saved = await target.saveIncidentPage(page);
        await report({ step: 'saved' });
        return saved;
      };
    },
  });
}

function report(message: ChildReport): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

process.once('message', (order) => void read(order as ReadOrder));
