import { i18n } from '@lingui/core';
import type { CallName } from '../../../contract/ipc';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { PartnerConnection } from '../../identity/partner-connection';
import { secretTaker } from '../../identity/take-secret';
import { keychainProblem } from '../../secrets/keychain-problem';
import { type Desk, type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok, type Outcome } from '../outcome';

type CredentialCalls = Extract<CallName, `credential.${string}`>;

/**
 * Calls about the credentials of the partner's registrations. No secret, key or password passes through any of them. What reads and makes certificates is
 * loaded when it is first needed.
 */
export function credentialHandlers(context: IpcContext): HandlersOf<CredentialCalls> {
  /** Runs work on an app that is there; what the keychain refuses becomes a problem for people. */
  async function withApp<N extends CredentialCalls>(
    appId: PartnerAppId,
    work: (connection: PartnerConnection, desk: Desk) => Promise<Outcome<N>>,
  ): Promise<Outcome<N>> {
    const desk = context.desk();
    if (!desk) return STORE_CLOSED as Outcome<N>;
    const connection = desk.apps.connection(appId);
    if (!connection) return NO_PARTNER_APP as Outcome<N>;
    try {
      return await work(connection, desk);
    } catch (error) {
      const problem = keychainProblem(error, Date.now());
      if (!problem) throw error;
      return fail('problem', problem.detail ?? problem.code, problem) as unknown as Outcome<N>;
    }
  }

  const note = (desk: Desk, action: 'credentialAdded' | 'credentialRemoved', { app }: PartnerConnection, kind: string) =>
    desk.audit.note(action, null, { app: app.name, clientId: app.clientId, kind });

  return {
    'credential.enterSecret': ({ appId, replacing }) =>
      withApp<'credential.enterSecret'>(appId, async (connection, desk) => {
        const { take, taken } = secretTaker(desk.apps, { appId, replacing }, context.secretLost);
        const typed = await context.askForSecret(desk, { kind: 'clientSecret' }, take);
        if (!typed || taken.credentialId === null) return fail('cancelled', 'The secret window was closed without a secret');
        await note(desk, 'credentialAdded', connection, 'client secret');
        return ok({ credentialId: taken.credentialId });
      }),
    'credential.importCertificate': ({ appId }) =>
      withApp<'credential.importCertificate'>(appId, async (connection, desk) => {
        const files = await context.dialogs.certificateFiles();
        if (!files) return fail('cancelled', 'No file was chosen');
        const { importCertificate } = await import('../../identity/credentials/import-certificate');
        const answer = await importCertificate(desk.apps, { appId, files, now: Date.now() }, (file, take) =>
          context.askForSecret(desk, { kind: 'password', file }, take),
        );
        if (answer === null) return fail('cancelled', 'The password window was closed without a password');
        if (answer.outcome === 'added') await note(desk, 'credentialAdded', connection, 'certificate');
        return ok(answer);
      }),
    'credential.makeCertificate': ({ appId, months }) =>
      withApp<'credential.makeCertificate'>(appId, async (connection, desk) => {
        const { makeCertificate } = await import('../../identity/credentials/make-certificate');
        const commonName = `Tenantry ${connection.app.name}`;
        const credentialId = await connection.saveCertificate(await makeCertificate({ commonName, months, now: Date.now() }));
        await note(desk, 'credentialAdded', connection, 'certificate');
        return ok({ credentialId });
      }),
    'credential.readKeyVault': ({ appId, of }) =>
      withApp<'credential.readKeyVault'>(appId, async (connection, desk) => {
        const answer = await desk.keyVault.read(connection, of, (url) => context.openLink(url));
        return answer ? ok(answer) : fail('notFound', 'There is no such credential in Key Vault');
      }),
    'credential.exportCertificate': ({ appId, credentialId }) =>
      withApp<'credential.exportCertificate'>(appId, async (connection) => {
        const text = connection.certificate(credentialId);
        if (text === null) return fail('notFound', 'There is no such certificate');
        const name = `${connection.app.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'partner-app'}.cer`;
        const saved = await context.dialogs.saveText({
          title: i18n.t('Save the public certificate'),
          name,
          format: i18n.t('Certificate'),
          extension: 'cer',
          text,
        });
        if (saved === 'cancelled') return fail('cancelled', 'No file was chosen');
        return 'path' in saved ? ok(saved) : fail('notSaved', saved.refused);
      }),
    'credential.setExpiry': ({ appId, credentialId, expiresAt }) =>
      withApp<'credential.setExpiry'>(appId, async (connection) =>
        (await connection.setExpiry(credentialId, expiresAt)) ? ok(null) : fail('notFound', 'There is no such secret'),
      ),
    'credential.prove': ({ appId, credentialId, tenantId }) =>
      withApp<'credential.prove'>(appId, async (connection) => {
        const proof = await connection.prove(credentialId, tenantId);
        return proof ? ok(proof) : fail('notFound', 'There is no such credential, or the keychain has lost it');
      }),
    'credential.use': ({ appId, credentialId }) =>
      withApp<'credential.use'>(appId, async (connection, desk) => {
        const hasCustomers = (await desk.store.listTenants()).some(({ appIds }) => appIds.includes(appId));
        return (await connection.use(credentialId, hasCustomers))
          ? ok(null)
          : fail('notProven', 'The credential was not proven a short while ago');
      }),
    'credential.remove': ({ appId, credentialId }) =>
      withApp<'credential.remove'>(appId, async (connection, desk) => {
        // A read that began with it must not go on with tokens of another.
        await desk.incidents.cancelSync();
        const kind = connection.summary().credentials.find((one) => one.credentialId === credentialId)?.source.kind ?? 'unknown';
        await note(desk, 'credentialRemoved', connection, kind === 'secret' ? 'client secret' : kind);
        await connection.removeCredential(credentialId);
        return ok(null);
      }),
  };
}
