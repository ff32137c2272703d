import type { SecretRefusal } from '../../contract/channels';
import type { CredentialId } from '../../contract/credential';
import type { PartnerAppId } from '../../contract/partner-app';
import { secretShapeProblem } from './credential-shape';
import type { PartnerApps } from './partner-apps';
import { type PartnerConnection, sameRegistration } from './partner-connection';

/** A secret that is being typed: which app's, and in place of which other (null: beside those there are). */
export interface AwaitedSecret {
  appId: PartnerAppId;
  replacing: CredentialId | null;
}

/** A typed secret was not kept because the vault refused, or the registration changed meanwhile. */
export type SecretLost = (reason: string, error?: unknown) => void;

/**
 * Keeps what is typed, if the registration is still the one it was asked for.
 * Out: takes a typed text; null when it was kept, otherwise why not. `credentialId` names what was kept.
 */
export function secretTaker(apps: PartnerApps, { appId, replacing }: AwaitedSecret, lost: SecretLost) {
  const asked = apps.connection(appId);
  const taken: { credentialId: CredentialId | null } = { credentialId: null };
  const take = async (typed: string): Promise<SecretRefusal | null> => {
    const secret = typed.trim();
    const problem = secretShapeProblem(secret);
    if (problem) return problem;
    const connection = stillThere(apps, asked);
    if (!connection) {
      lost('the registration changed while its secret was typed');
      return 'failed';
    }
    try {
      taken.credentialId = await connection.saveSecret(secret, replacing);
      return null;
    } catch (error) {
      lost('the vault did not take the secret', error);
      return 'failed';
    }
  };
  return { take, taken };
}

/** The connection of the same registration now: something else about the app may have changed, its client and cloud may not. */
export function stillThere(apps: PartnerApps, asked: PartnerConnection | null): PartnerConnection | null {
  const connection = asked && apps.connection(asked.app.appId);
  return connection && sameRegistration(connection.app, asked.app) ? connection : null;
}
