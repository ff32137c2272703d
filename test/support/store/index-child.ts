import { pageReader } from '../../../main/incidents/page-content';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';

interface Orders {
  path: string;
  key: Uint8Array;
  binding: string | null;
}

/** Opens a store whose incidents wait for the search index, and says again and again how many of them it holds, until it is killed. */
async function index(request: Orders): Promise<void> {
  const answer = await openSqliteStore(request, pageReader);
  if (!answer.ok) throw new Error(`${answer.failure}: ${answer.detail}`);
  for (;;) {
    const { searchable } = await answer.store.searchCoverage();
    await new Promise((resolve) => process.send?.({ searchable }, resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

process.once('message', (orders) => void index(orders as Orders));
