import type { BrowserWindow } from 'electron';
import { secretShapeProblem } from '../identity/credential-shape';
import type { PartnerConnection } from '../identity/partner-connection';
import { serveSecretPrompt } from '../ipc/secret-prompt-door';
import type { Log } from '../log/log';
import { openSecretWindow } from '../window/secret-window';
import type { AppPaths } from './paths';

/** The open secret window. */
export interface SecretPrompt {
  /** False: closed without a secret. */
  answer: Promise<boolean>;
  /** Closes it, whatever was typed. */
  close(): void;
}

/** Shows the secret window and puts what is typed into the vault, if the registration is still the one it was asked for. */
export function openSecretPrompt(parent: BrowserWindow, paths: AppPaths, partner: PartnerConnection, log: Log): SecretPrompt {
  const asked = registrationOf(partner);
  const window = openSecretWindow(parent, paths.preload, paths.page);
  const answer = serveSecretPrompt(window, async (typed) => {
    const secret = typed.trim();
    const problem = secretShapeProblem(secret);
    if (problem) return problem;
    if (registrationOf(partner) !== asked) {
      log.error('the registration changed while its secret was typed');
      return 'failed';
    }
    try {
      await partner.saveSecret(secret);
      return null;
    } catch (error) {
      log.error('the vault did not take the secret', { error });
      return 'failed';
    }
  });
  return { answer, close: () => window.destroy() };
}

/** The app and the cloud a secret is for. */
function registrationOf(partner: PartnerConnection): string | null {
  const app = partner.summary();
  return app && `${app.cloud.id}/${app.clientId}`;
}
