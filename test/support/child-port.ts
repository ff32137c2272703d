import type { ChildProcess } from 'node:child_process';
import type { AnyPort } from '../../main/utility/ports';

/** A forked process, or this one inside it, as a port. Fork with `serialization: 'advanced'`, so that bytes stay bytes. */
export function childPort(side: ChildProcess | NodeJS.Process): AnyPort {
  const events: Record<string, string> = { message: 'message', close: 'disconnect' };
  return {
    postMessage: (message) => {
      side.send?.(message as object);
    },
    on: (event, listener) => side.on(events[event] as 'message', listener),
    removeListener: (event, listener) => side.removeListener(event, listener),
  };
}
