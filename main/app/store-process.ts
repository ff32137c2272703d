import { pageReader } from '../incidents/page-content';
import type { OpenRequest } from '../store/open-database';
import { openSqliteStore } from '../store/open-sqlite-store';
import type { StoreOpener } from '../store/store-lines';
import { isOpenerLine } from '../store/store-lines';
import { StoreError } from '../store/store-error';
import type { StorePort } from '../store/store-port';
import { acceptPorts } from '../utility/accept-ports';
import { servePort } from '../utility/port-calls';

/** Utility process around the store. The first line opens it; every further one, of main or of another process, is served the open store. */
let store: StorePort | null = null;

const opener: StoreOpener = {
  open: async (request: OpenRequest) => {
    const answer = await openSqliteStore(request, pageReader);
    request.key.fill(0);
    if (!answer.ok) return answer;
    store = answer.store;
    return { ok: true };
  },
};

acceptPorts((message, ports) => {
  for (const port of ports) {
    if (isOpenerLine(message)) servePort(port, opener);
    else if (store) servePort(port, store);
    else throw new StoreError('closed', 'A line came before the store was open');
  }
});
