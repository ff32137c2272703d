import type { KeychainErrorKind } from './secret-vault';

/** `stale`: the daemon was restarted under an open entry; a new entry works. */
export type NativeFailure = Exclude<KeychainErrorKind, 'timeout'> | 'stale';

/**
 * The keyring package reports failures as text only. These are the texts of its Secret Service, macOS and Windows stores;
 * what fits none is `other` and shown word for word.
 */
const TEXTS: readonly (readonly [NativeFailure, RegExp])[] = [
  [
    'stale',
    /session does not exist|no such session|did not receive a reply|connection (?:is |was )?closed|disconnected|message recipient disconnected/i,
  ],
  ['locked', /prompt was dismissed|is ?locked|user interaction is not allowed|user canceled|-128\b|-25308\b/i],
  [
    'unavailable',
    /DBUS_SESSION_BUS_ADDRESS|autolaunch|ServiceUnknown|not provided by any|name :?[\w.]+ was not provided|connection refused|failed to connect|no such file|no default store|platform secure storage|no storage access/i,
  ],
];

/** Sorts a failure of the native store by its text. */
export function kindOfNativeFailure(message: string): NativeFailure {
  return TEXTS.find(([, text]) => text.test(message))?.[0] ?? 'other';
}
