import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What Tenantry was started with. */
export interface StartArguments {
  /** Go straight into the imitated Microsoft cloud. */
  sandbox: boolean;
  /** Absolute path of a cloud definition file. */
  cloudFile: string | null;
  /** Keep secrets in memory only and write nothing to disk. */
  sessionOnly: boolean;
}

/**
 * Reads the command line after the executable (and the app folder, in development). Options that Chromium takes are none of ours and are let through.
 * A relative file is relative to `workingFolder`.
 */
export function parseStartArguments(argv: readonly string[], workingFolder: string): StartArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: { sandbox: { type: 'boolean' }, cloud: { type: 'string' }, 'session-only': { type: 'boolean' } },
    strict: false,
  });
  return {
    sandbox: values.sandbox === true,
    cloudFile: typeof values.cloud === 'string' && values.cloud !== '' ? resolve(workingFolder, values.cloud) : null,
    sessionOnly: values['session-only'] === true,
  };
}
