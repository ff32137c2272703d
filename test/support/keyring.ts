import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SERVICE = 'org.freedesktop.secrets';

export interface TestKeyring {
  /** DBUS_SESSION_BUS_ADDRESS of the private session. */
  address: string;
  /** Locks the keyring. Nobody can be asked for its password here, so it stays locked. */
  lock(): Promise<void>;
  /** Ends the keyring's daemon and starts it again, unlocked, on the same bus with the same secrets. */
  restart(): Promise<void>;
  /** Stops the daemon from answering, as behind an unlock prompt nobody looks at; and lets it go on. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** Without service folders: nothing is started on demand, such as another keyring in the user's home. */
const BUS_CONFIG = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;

/** A session bus without anything on it. */
export async function startBus(): Promise<{ address: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-bus-'));
  const config = join(folder, 'bus.conf');
  writeFileSync(config, BUS_CONFIG);
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise<string>((resolve, reject) => {
    bus.once('error', reject);
    bus.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  return {
    address,
    stop: async () => {
      await end(bus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A real gnome-keyring in a session of its own: own bus, own home, nothing of the user's. */
export async function startKeyring(): Promise<TestKeyring> {
  const home = mkdtempSync(join(tmpdir(), 'tenantry-keyring-'));
  const { address, stop: stopBus } = await startBus();
  const env = privateEnvironment(home, address);
  let daemon = await startDaemon(env);
  return {
    address,
    lock: async () => {
      const collection = '/org/freedesktop/secrets/collection/login';
      const call = ['--session', '--print-reply', `--dest=${SERVICE}`, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock'];
      await run('dbus-send', [...call, `array:objpath:${collection}`], { env });
    },
    restart: async () => {
      await end(daemon);
      daemon = await startDaemon(env);
    },
    freeze: () => {
      daemon.kill('SIGSTOP');
    },
    thaw: () => {
      daemon.kill('SIGCONT');
    },
    stop: async () => {
      await end(daemon);
      await stopBus();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startDaemon(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin.end('test password');
  await owned(env);
  return daemon;
}

/** Waits until the daemon owns its name on the bus. */
async function owned(env: NodeJS.ProcessEnv): Promise<void> {
  const call = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', `string:${SERVICE}`];
  const until = Date.now() + 20_000;
  for (;;) {
    const { stdout } = await run('dbus-send', call, { env });
    if (stdout.includes('boolean true')) return;
    if (Date.now() > until) throw new Error('gnome-keyring did not appear on its bus');
  }
}

function privateEnvironment(home: string, address: string): NodeJS.ProcessEnv {
  const at = (name: string) => {
    mkdirSync(join(home, name), { mode: 0o700, recursive: true });
    return join(home, name);
  };
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_DATA_HOME: at('data'),
    XDG_CONFIG_HOME: at('config'),
    XDG_CACHE_HOME: at('cache'),
    XDG_RUNTIME_DIR: at('run'),
    DBUS_SESSION_BUS_ADDRESS: address,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
