import type { BrowserWindow } from 'electron';
import { secretShapeProblem } from '../identity/credential-shape';
import type { PartnerAppId } from '../../contract/partner-app';
import type { PartnerApps } from '../identity/partner-apps';
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

/** The app a secret is typed for. */
export interface SecretOwner {
  apps: PartnerApps;
  appId: PartnerAppId;
}

/** Shows the secret window and puts what is typed into the vault, if the registration is still the one it was asked for. */
export function openSecretPrompt(parent: BrowserWindow, paths: AppPaths, { apps, appId }: SecretOwner, log: Log): SecretPrompt {
  const asked = registrationOf(apps, appId);
  const window = openSecretWindow(parent, paths.preload, paths.page);
  const answer = serveSecretPrompt(window, async (typed) => {
    const secret = typed.trim();
    const problem = secretShapeProblem(secret);
    if (problem) return problem;
    const connection = apps.connection(appId);
    if (!connection || registrationOf(apps, appId) !== asked) {
      log.error('the registration changed while its secret was typed');
      return 'failed';
    }
    try {
      await connection.saveSecret(secret);
      return null;
    } catch (error) {
      log.error('the vault did not take the secret', { error });
      return 'failed';
    }
  });
  return { answer, close: () => window.destroy() };
}

/** The app and the cloud a secret is for. */
function registrationOf(apps: PartnerApps, appId: PartnerAppId): string | null {
  const app = apps.connection(appId)?.app;
  return app ? `${app.cloudId}/${app.clientId}` : null;
}
