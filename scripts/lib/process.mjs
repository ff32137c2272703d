import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';

/** A failure that the person at the terminal can act on: printed without a stack. */
export class PlainError extends Error {}

/** Prints a line about what the scripts are doing. It goes to stderr, so that stdout stays the app's or the report's. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** True when the scripts run as root (never on Windows, which has no uids). */
export const isRoot = () => process.getuid?.() === 0;

/** @returns {string | undefined} the full path of a program on PATH */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/**
 * Runs a program with its output shown.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & {keepLine?: (line: string) => boolean}} [options] `cwd` is the repository unless given;
 *   stdin is closed unless `stdio` says otherwise; `keepLine` picks the lines of stdout that are shown
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function run(command, args, { keepLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', keepLine ? 'pipe' : 'inherit', 'inherit'], ...options });
    if (keepLine) createInterface({ input: child.stdout }).on('line', (line) => keepLine(line) && console.log(line));
    let interrupted = false;
    const pass = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const done = () => process.off('SIGINT', pass).off('SIGTERM', pass);
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code) => {
      done();
      // Ctrl+C is meant for all that would follow, too.
      if (interrupted) process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/** As `run`, but anything other than exit code 0 is a PlainError with `what` in its words. */
export async function mustRun(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new PlainError(`${what} failed (exit code ${code}).`);
}

/** npm as a command that also works on Windows, where `npm` is a .cmd file that cannot be spawned directly. */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
}

/** @returns {string | undefined} what a quiet command printed on stdout, or undefined when it failed */
export function output(command, args) {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Runs a script's main function; a PlainError ends it with its sentence, anything else with its stack. */
export function main(body) {
  // Not at once: the rest of the script's file is still to be read.
  Promise.resolve()
    .then(body)
    .then(
      (code) => {
        process.exitCode = code ?? 0;
      },
      (error) => {
        console.error(error instanceof PlainError ? `\n${error.message}` : error);
        process.exitCode = 1;
      },
    );
}
