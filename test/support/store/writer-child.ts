import { pageReader } from '../../../main/incidents/page-content';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';
import { incident, page, TENANT_A, tenant } from './incident-pages';

/** Rows of one page. Ids say which page a row belongs to: "<page>-<row>". */
const ROWS = 100;

interface Orders {
  path: string;
  key: Uint8Array;
  binding: string | null;
  firstPage: number;
}

/** Writes page after page and says the number of each one the store has acknowledged, until it is killed. */
async function write({ firstPage, ...request }: Orders): Promise<void> {
  const answer = await openSqliteStore(request, pageReader);
  if (!answer.ok) throw new Error(`${answer.failure}: ${answer.detail}`);
  await answer.store.addTenant(tenant(TENANT_A, 'Alpha'));
  for (let number = firstPage; ; number++) {
    const rows = Array.from({ length: ROWS }, (_, row) => incident(`${number}-${row}`));
    await answer.store.saveIncidentPage(page(TENANT_A, rows, { body: `page ${number}` }));
    await new Promise((resolve) => process.send?.({ acknowledged: number }, resolve));
  }
}

process.once('message', (orders) => void write(orders as Orders));
