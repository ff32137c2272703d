import { createRequire } from 'node:module';
import { getCatalogs } from '@lingui/cli/api';
import { inRepo } from './paths.mjs';

/** The reader of lingui.config.mjs that belongs to the extractor. */
const { getConfig } = createRequire(import.meta.resolve('@lingui/cli/api'))('@lingui/conf');

/**
 * What is wrong with the Swedish catalogue: texts of the code without a translation, and translations of texts the code no longer has.
 * @returns {Promise<string[]>} one line each
 */
export async function wordFaults() {
  const [catalogue] = await getCatalogs(getConfig({ cwd: inRepo() }));
  const [inCode, translated] = await Promise.all([catalogue.collect(), catalogue.read('sv')]);
  return [
    ...Object.keys(inCode)
      .filter((text) => !translated?.[text]?.translation)
      .map((text) => `not translated: ${text}`),
    ...Object.keys(translated ?? {})
      .filter((text) => !Object.hasOwn(inCode, text))
      .map((text) => `not used: ${text}`),
  ];
}
