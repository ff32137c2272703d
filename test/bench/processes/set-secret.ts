import { Keychain } from '../../../main/secrets/keychain';

/** Run in the session of an app's user: puts a secret into their keychain. In: service, account, secret in hexadecimal (of imitated data only). */
const [service = '', account = '', secret = ''] = process.argv.slice(2);
void new Keychain().set(service, account, new Uint8Array(Buffer.from(secret, 'hex')));
