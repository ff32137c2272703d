import { existsSync } from 'node:fs';
import { inRepo } from './paths.mjs';
import { run, say } from './process.mjs';

/** One tsconfig per folder: what may be named in a folder is what its process has. */
const TYPED_FOLDERS = ['contract', 'locales', 'main', 'preload', 'renderer', 'sandbox', 'test'];

const tool = (file, ...args) => run(process.execPath, [inRepo('node_modules', file), ...args]);

/** @type {{name: string, run: () => Promise<boolean>}[]} every check, in the order of `npm run check`; true when it passed */
export const checks = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: async () => (await tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')) === 0 },
  { name: 'format', run: async () => (await tool('@biomejs/biome/bin/biome', 'format', '--error-on-warnings')) === 0 },
  { name: 'unused', run: async () => (await tool('knip/bin/knip.js', '--no-progress')) === 0 },
  { name: 'words', run: checkWords },
];

async function checkTypes() {
  let passed = true;
  for (const folder of TYPED_FOLDERS.filter((name) => existsSync(inRepo(name, 'tsconfig.json')))) {
    if ((await tool('typescript/bin/tsc', '-p', folder)) === 0) continue;
    say(`types: ${folder} failed`);
    passed = false;
  }
  return passed;
}

async function checkWords() {
  // Not before the packages it needs are installed.
  const { wordFaults } = await import('./words.mjs');
  const faults = await wordFaults();
  for (const fault of faults) say(`words: ${fault}`);
  if (faults.length > 0) say('words: "npm run words" brings locales/sv.po up to date; then translate what is new.');
  return faults.length === 0;
}
