import { constants, setPriority } from 'node:os';
import { type MessagePortMain, net } from 'electron';
import { createLanes } from '../cloud/lanes/lanes';
import { storeOverPort } from '../store/store-over-port';
import { acceptPorts } from '../utility/accept-ports';
import { callPort, servePort } from '../utility/port-calls';
import { type SyncHost, type SyncLine, syncLine } from './sync-lines';
import { createSyncService } from './sync-service';

/** Utility process that reads incidents: receiving, parsing and mapping them in main would stop its windows. Where all want the processor, they come first. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const lines = new Map<SyncLine, MessagePortMain>();

acceptPorts((message, [port]) => {
  if (!port) return;
  lines.set(syncLine.parse(message), port);
  const service = lines.get('service');
  const host = lines.get('host');
  const store = lines.get('store');
  if (!service || !host || !store) return;
  lines.clear();
  const { remote: main } = callPort<SyncHost>(host, { closed: () => new Error('The main process is gone') });
  servePort(
    service,
    createSyncService({
      host: main,
      store: storeOverPort(store).remote,
      fetch: createLanes({
        system: (url, init) => net.fetch(url, init),
        resolveProxy: (url) => main.resolveProxy(url),
        proxyStanding: (resolved) => main.proxyStanding(resolved),
        now: () => Date.now(),
      }),
    }),
  );
});
