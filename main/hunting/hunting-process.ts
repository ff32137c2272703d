import { type MessagePortMain, net } from 'electron';
import { createLanes } from '../cloud/lanes/lanes';
import { acceptPorts } from '../utility/accept-ports';
import { callPort, servePort } from '../utility/port-calls';
import { type HuntingHost, type HuntingLine, huntingLine } from './hunting-lines';
import { createHuntingService } from './hunting-service';

/** Utility process that hunts: answers of 100,000 rows are received, kept and searched here, and never in main. */
const lines = new Map<HuntingLine, MessagePortMain>();

acceptPorts((message, [port]) => {
  if (!port) return;
  lines.set(huntingLine.parse(message), port);
  const service = lines.get('service');
  const host = lines.get('host');
  if (!service || !host) return;
  lines.clear();
  const { remote: main } = callPort<HuntingHost>(host, { closed: () => new Error('The main process is gone') });
  const now = (): number => Date.now();
  const hunting = createHuntingService({
    host: main,
    fetch: createLanes({
      system: (url, init) => net.fetch(url, init),
      resolveProxy: (url) => main.resolveProxy(url),
      proxyStanding: (resolved) => main.proxyStanding(resolved),
      now,
    }),
    now,
  });
  servePort(service, hunting);
  process.on('exit', () => void hunting.end());
});
