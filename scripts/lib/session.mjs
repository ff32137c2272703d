import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRoot, PlainError } from './process.mjs';
import { temporaryHome, UNPRIVILEGED_UID } from './unprivileged.mjs';

const START_TIMEOUT_MS = 20_000;

/**
 * @typedef {object} Session something started for the time of one run
 * @property {Record<string, string>} env what programs need in their environment to use it
 * @property {() => Promise<void>} stop
 */

/**
 * An X server of our own, on a free display number, open only to who has its cookie.
 * @returns {Promise<Session>} env: DISPLAY and XAUTHORITY
 */
export async function startDisplay() {
  const folder = temporaryHome('display');
  const cookie = path.join(folder, 'cookie');
  writeFileSync(cookie, xAuthority(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', cookie];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = stopper(folder, server);
  const number = await firstLine(server, server.stdio[3], 'Xvfb').catch(stopAndThrow(stop));
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookie }, stop };
}

/** One cookie for any host and display, in the format of Xau's Xauth(7) file: big-endian, every field led by its length. */
function xAuthority(secret) {
  const anyHost = Buffer.from([0xff, 0xff]);
  const field = (content) => Buffer.concat([Buffer.from([content.length >> 8, content.length & 0xff]), content]);
  const fields = ['', '', 'MIT-MAGIC-COOKIE-1'].map((text) => field(Buffer.from(text)));
  return Buffer.concat([anyHost, ...fields, field(secret)]);
}

/**
 * A private D-Bus session with an unlocked, empty gnome-keyring under a throwaway password.
 * @param {{unprivileged?: boolean}} [options] unprivileged: as root, run it as the user that the app runs as (a session bus serves one uid only)
 * @returns {Promise<Session>} env: DBUS_SESSION_BUS_ADDRESS
 */
export async function startKeyring({ unprivileged = false } = {}) {
  const folder = temporaryHome('keyring');
  const identity = unprivileged && isRoot() ? { uid: UNPRIVILEGED_UID, gid: UNPRIVILEGED_UID } : {};
  if (isRoot() && !unprivileged) chownSync(folder, 0, 0);
  chmodSync(folder, 0o700);
  const home = {
    ...process.env,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  delete home.DBUS_SESSION_BUS_ADDRESS;
  delete home.DISPLAY;

  const busArgs = ['--session', '--nofork', '--nopidfile', '--print-address=1', `--address=unix:path=${folder}/bus`];
  const bus = spawn('dbus-daemon', busArgs, { ...identity, cwd: folder, env: home, stdio: ['ignore', 'pipe', 'ignore'] });
  const children = [bus];
  const stop = stopper(folder, ...children);
  const address = await firstLine(bus, bus.stdout, 'dbus-daemon').catch(stopAndThrow(stop));

  const env = { DBUS_SESSION_BUS_ADDRESS: address };
  const keyringArgs = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = spawn('gnome-keyring-daemon', keyringArgs, {
    ...identity,
    cwd: folder,
    env: { ...home, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const stopBoth = stopper(folder, keyring, bus);
  keyring.stdin.end(randomBytes(24).toString('base64url'));
  await until(() => ownsSecretService(identity, { ...home, ...env }), 'gnome-keyring-daemon').catch(stopAndThrow(stopBoth));
  return { env, stop: stopBoth };
}

function ownsSecretService(identity, env) {
  const bus = 'org.freedesktop.DBus';
  const args = ['--session', '--print-reply', `--dest=${bus}`, '/', `${bus}.NameHasOwner`, 'string:org.freedesktop.secrets'];
  return spawnSync('dbus-send', args, { ...identity, cwd: '/', env, encoding: 'utf8' }).stdout?.includes('boolean true') ?? false;
}

async function until(condition, what) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new PlainError(`${what} did not start within ${START_TIMEOUT_MS / 1000} s.`);
    await delay(50);
  }
}

/** The first line that a program prints when it is ready. */
function firstLine(child, stream, what) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PlainError(`${what} did not start within ${START_TIMEOUT_MS / 1000} s.`)), START_TIMEOUT_MS);
    const fail = (reason) => reject(new PlainError(`${what} could not be started (${reason}).`));
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    child.once('error', (error) => fail(error.message)).once('exit', (code) => fail(`exit code ${code}`));
    child.once('error', () => clearTimeout(timer)).once('exit', () => clearTimeout(timer));
  });
}

/** Ends the programs in order and removes their folder; also when the script itself ends without calling it. */
function stopper(folder, ...children) {
  const kill = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    for (const child of children) await end(child);
    await rm(folder, { recursive: true, force: true });
  };
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

const stopAndThrow = (stop) => async (error) => {
  await stop();
  throw error;
};

/**
 * Runs `body` with the given sessions and stops them afterwards, whatever happens.
 * @template T
 * @param {Promise<Session>[]} starting
 * @param {(env: Record<string, string>) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withSessions(starting, body) {
  const settled = await Promise.allSettled(starting);
  const sessions = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  try {
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return await body(Object.assign({}, ...sessions.map((session) => session.env)));
  } finally {
    await Promise.all(sessions.map((session) => session.stop()));
  }
}
