#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder downloads to make a .deb, where that download cannot be reached (CUSTOM_FPM_PATH).
 * Takes the arguments that electron-builder 26 passes for `-t deb` and calls dpkg-deb. An argument it does not know is an error, so that
 * no setting is lost silently.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FLAGS = ['--force', '--debug'];
const REPEATED = ['-d', '--deb-recommends'];
const SINGLE = new Set(
  (
    '-s -t --architecture --after-install --after-remove --description --version --package --name --maintainer ' +
    '--vendor --url --category --license --deb-priority --deb-compression --log'
  ).split(' '),
);

/** @returns {{options: Record<string, string>, lists: Record<string, string[]>, mappings: {from: string, to: string}[]}} */
function parse(args) {
  const parsed = { options: {}, lists: Object.fromEntries(REPEATED.map((name) => [name, []])), mappings: [] };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    if (FLAGS.includes(arg)) continue;
    if (REPEATED.includes(arg)) parsed.lists[arg].push(rest.shift());
    else if (SINGLE.has(arg)) parsed.options[arg] = rest.shift();
    else if (arg.startsWith('-')) throw new Error(`unknown option ${arg}`);
    else parsed.mappings.push({ from: arg.slice(0, arg.indexOf('=')), to: arg.slice(arg.indexOf('=') + 1) });
  }
  if (parsed.options['-t'] !== 'deb') throw new Error(`cannot make ${parsed.options['-t']} packages`);
  return parsed;
}

/** A mapping ending in a slash names a folder's content, any other one file. */
function place({ from, to }, root) {
  const target = path.join(root, to);
  mkdirSync(from.endsWith('/') ? target : path.dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
}

/** Installed files are everyone's to read and root's to write, whatever the umask here was. */
function setModes(file) {
  const stat = lstatSync(file);
  if (stat.isSymbolicLink()) return;
  chmodSync(file, stat.isDirectory() || stat.mode & 0o111 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(file)) setModes(path.join(file, name));
}

/** The control file; fields: Debian Policy Manual, chapter 5. */
function control({ options, lists }, installedKiB) {
  const [synopsis, ...details] = options['--description'].trim().split('\n');
  const fields = {
    Package: options['--name'],
    // A dash would start the Debian revision.
    Version: options['--version'].replaceAll('-', '~'),
    Architecture: options['--architecture'],
    Maintainer: options['--maintainer'],
    'Installed-Size': installedKiB,
    Depends: lists['-d'].join(', '),
    Recommends: lists['--deb-recommends'].join(', '),
    Section: options['--category'] ?? 'default',
    Priority: options['--deb-priority'] ?? 'optional',
    Homepage: options['--url'],
    Description: [synopsis, ...details.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return `${set.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

function writeControl(root, parsed) {
  const installedKiB = execFileSync('du', ['-sk', '--apparent-size', root], { encoding: 'utf8' }).split('\t')[0];
  const folder = path.join(root, 'DEBIAN');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'control'), control(parsed, installedKiB));
  const scripts = { postinst: parsed.options['--after-install'], postrm: parsed.options['--after-remove'] };
  for (const [name, file] of Object.entries(scripts)) {
    if (!file) continue;
    cpSync(file, path.join(folder, name));
    chmodSync(path.join(folder, name), 0o755);
  }
}

const parsed = parse(process.argv.slice(2));
const work = mkdtempSync(path.join(tmpdir(), 'tenantry-deb-'));
try {
  const root = path.join(work, 'root');
  mkdirSync(root);
  for (const mapping of parsed.mappings) place(mapping, root);
  setModes(root);
  writeControl(root, parsed);
  // zstd: 10 s where xz, fpm's default, takes minutes.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '--build', root, parsed.options['--package']], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
