import { Keychain } from '../../../main/secrets/keychain';
import { servePort } from '../../../main/utility/port-calls';
import { childPort } from '../child-port';

servePort(childPort(process), new Keychain());
