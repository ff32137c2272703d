import { acceptPorts } from '../utility/accept-ports';
import { servePort } from '../utility/port-calls';
import { Keychain } from './keychain';

/** Utility process around the OS keychain: an unlock prompt nobody answers hangs a native call for ever, and only a process can be ended then. */
const keychain = new Keychain();

acceptPorts((_message, ports) => {
  for (const port of ports) servePort(port, keychain);
});
