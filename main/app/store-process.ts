import { existsSync } from 'node:fs';
import { pageReader } from '../incidents/page-content';
import { storeKey } from '../secrets/store-key';
import { openSqliteStore } from '../store/open-sqlite-store';
import { IN_MEMORY, isOpenerLine, type StoreOpener } from '../store/store-lines';
import { StoreError } from '../store/store-error';
import type { StorePort } from '../store/store-port';
import { acceptPorts } from '../utility/accept-ports';
import { servePort } from '../utility/port-calls';
import { isKeyLine, type StoreKeyReader } from './store-key-line';

/**
 * Utility process around the store. It reads the key of a store on disk from the keychain itself, while nothing is open yet that a hanging keychain could
 * take along: a second process would make the start longer by more than that. Then a line opens the store; every further one, of main or of another
 * process, is served the open store.
 */
let key: Uint8Array | null = null;
let store: StorePort | null = null;

const keyReader: StoreKeyReader = {
  readKey: async ({ service, path }) => {
    const { Keychain } = await import('../secrets/keychain');
    const keychain = new Keychain();
    const secrets = {
      get: (account: string) => keychain.get(service, account),
      set: (account: string, secret: Uint8Array) => keychain.set(service, account, secret),
    };
    const answer = await storeKey(secrets, existsSync(path));
    if ('lost' in answer) return false;
    key = answer.key;
    return true;
  },
};

const opener: StoreOpener = {
  open: async (request) => {
    const own = request.key ?? key;
    if (!own && request.path !== IN_MEMORY) return { ok: false, failure: 'failed', detail: 'The key of the store was not read' };
    const answer = await openSqliteStore({ ...request, key: own ?? new Uint8Array() }, pageReader);
    own?.fill(0);
    key = null;
    if (!answer.ok) return answer;
    store = answer.store;
    return { ok: true };
  },
};

acceptPorts((message, ports) => {
  for (const port of ports) {
    if (isKeyLine(message)) servePort(port, keyReader);
    else if (isOpenerLine(message)) servePort(port, opener);
    else if (store) servePort(port, store);
    else throw new StoreError('closed', 'A line came before the store was open');
  }
});
