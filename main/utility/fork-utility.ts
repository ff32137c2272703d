import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';

/** A utility process of ours, as main sees it. It is reached over ports only: each `connect` opens one more line to it. */
export interface Utility {
  /** Opens a line and returns main's end; the process is given the other end with `message`. */
  connect(message: unknown): MessagePortMain;
  /** Hands ports over with a message, for example one whose other end another process holds. */
  send(message: unknown, ports: MessagePortMain[]): void;
  /** Ends the process, also while it hangs in a native call. */
  kill(): void;
  /** Called once when the process has ended, at once when it already has. */
  onExit(listener: (code: number) => void): void;
}

/** The bundle `out/main/<entry>.cjs`; `name` is what the operating system's process list shows. */
export interface UtilityProgram {
  entry: string;
  name: string;
}

const ahead = new Map<string, Utility>();

/** Starts a process before it is needed: the next `forkUtility` of the same program gets it. */
export function forkAhead(program: UtilityProgram): void {
  const utility = start(program);
  ahead.set(program.entry, utility);
  utility.onExit(() => {
    if (ahead.get(program.entry) === utility) ahead.delete(program.entry);
  });
}

/** A process of its own that runs the program. */
export function forkUtility(program: UtilityProgram): Utility {
  const waiting = ahead.get(program.entry);
  ahead.delete(program.entry);
  return waiting ?? start(program);
}

/** With the `net` module of that process, proxies that ask for a sign-in are answered in main (`app.on('login')`). */
function start({ entry, name }: UtilityProgram): Utility {
  const child = utilityProcess.fork(join(__dirname, `${entry}.cjs`), [], {
    serviceName: name,
    stdio: 'inherit',
    respondToAuthRequestsFromMainProcess: true,
  });
  const listeners: ((code: number) => void)[] = [];
  let exitCode: number | null = null;
  child.once('exit', (code) => {
    exitCode = code;
    for (const listener of listeners.splice(0)) listener(code);
  });
  const send = (message: unknown, ports: MessagePortMain[]) => child.postMessage(message, ports);
  return {
    send,
    connect: (message) => {
      const { port1, port2 } = new MessageChannelMain();
      send(message, [port2]);
      return port1;
    },
    kill: () => {
      child.kill();
    },
    onExit: (listener) => {
      if (exitCode === null) listeners.push(listener);
      else listener(exitCode);
    },
  };
}
