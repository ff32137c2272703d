import type { MessagePortMain } from 'electron';

/** Inside a utility process: called for every message of main with the ports that came with it, in the order they were sent. */
export function acceptPorts(listener: (message: unknown, ports: MessagePortMain[]) => void): void {
  process.parentPort.on('message', ({ data, ports }) => listener(data, ports));
}
