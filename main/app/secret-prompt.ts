import type { BrowserWindow } from 'electron';
import { secretShapeProblem } from '../identity/credential-shape';
import type { PartnerConnection } from '../identity/partner-connection';
import { serveSecretPrompt } from '../ipc/secret-prompt-door';
import type { Log } from '../log/log';
import { openSecretWindow } from '../window/secret-window';
import type { AppPaths } from './paths';

/** Shows the secret window and puts what is typed into the vault. False: closed without a secret. */
export function askForSecret(parent: BrowserWindow, paths: AppPaths, partner: PartnerConnection, log: Log): Promise<boolean> {
  const window = openSecretWindow(parent, paths.preload, paths.page);
  return serveSecretPrompt(window, async (typed) => {
    const secret = typed.trim();
    const problem = secretShapeProblem(secret);
    if (problem) return problem;
    try {
      await partner.saveSecret(secret);
      return null;
    } catch (error) {
      log.error('the vault did not take the secret', { error });
      return 'failed';
    }
  });
}
