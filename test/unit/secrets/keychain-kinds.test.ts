import { describe, expect, it } from 'vitest';
import { kindOfNativeFailure } from '../../../main/secrets/keychain-kinds';

describe('failures of the native keychain', () => {
  it.each([
    ['Secret Service: unlock prompt was dismissed', 'locked'],
    ['IsLocked', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
    ['Failed to connect to socket /run/user/1000/bus: No such file or directory', 'unavailable'],
    ['The session does not exist', 'stale'],
    ['Did not receive a reply. Possible causes include…', 'stale'],
    ['The stub received bad data.', 'other'],
  ] as const)('%s → %s', (message, kind) => {
    expect(kindOfNativeFailure(message)).toBe(kind);
  });
});
