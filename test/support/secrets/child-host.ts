import { type ChildProcess, fork } from 'node:child_process';
import type { KeychainCalls } from '../../../main/secrets/keychain';
import { type KeychainHost, keychainEnded, reviveKeychainError } from '../../../main/secrets/keychain-line';
import { callPort } from '../../../main/utility/port-calls';
import { childPort } from '../child-port';

/** The keychain process as a child of plain Node, on a session bus of its own; null: on none. */
export function startChildHost(bundle: string, busAddress: string | null): KeychainHost & { child: ChildProcess } {
  const { DBUS_SESSION_BUS_ADDRESS: _ours, DISPLAY: _display, XDG_RUNTIME_DIR: _runtime, ...env } = process.env;
  if (busAddress !== null) env.DBUS_SESSION_BUS_ADDRESS = busAddress;
  const child = fork(bundle, [], { env, serialization: 'advanced', stdio: 'inherit', execArgv: [] });
  const { remote, close } = callPort<KeychainCalls>(childPort(child), { revive: reviveKeychainError, closed: keychainEnded });
  return {
    child,
    calls: remote,
    stop: (reason) => {
      close(reason);
      child.kill('SIGKILL');
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
  };
}
