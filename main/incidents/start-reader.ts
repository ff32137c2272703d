import type { MessagePortMain } from 'electron';
import { forkUtility } from '../utility/fork-utility';
import { callPort, servePort } from '../utility/port-calls';
import type { SyncHost, SyncLine, SyncService } from './sync-lines';

/** The process that reads, while it lives. */
export interface Reader {
  service: SyncService;
  /** Ends it; calls under way fail. */
  close(): void;
}

/** Starts the process that reads incidents. `onEnd` is called when it ends, also by itself; calls under way fail then. */
export type StartReader = (host: SyncHost, onEnd: () => void) => Reader;

/** `connect`: opens a line to the store's process, which pages go to past main. */
export function readerStarter(connect: () => MessagePortMain): StartReader {
  return (host, onEnd) => {
    const utility = forkUtility({ entry: 'sync-process', name: 'Tenantry incident reader' });
    const line = (name: SyncLine): MessagePortMain => utility.connect(name);
    const service = callPort<SyncService>(line('service'), { closed: () => new Error('The reading process ended') });
    servePort(line('host'), host);
    utility.send('store' satisfies SyncLine, [connect()]);
    utility.onExit((code) => {
      onEnd();
      service.close(new Error(`The reading process ended (code ${code})`));
    });
    return {
      service: service.remote,
      close: () => {
        service.close(new Error('The profile was closed'));
        utility.kill();
      },
    };
  };
}
