import type { SecretRefusal } from '../../../contract/channels';
import type { CertificateImport } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { PartnerApps } from '../partner-apps';
import { stillThere } from '../take-secret';
import type { CertificateFile } from './certificate-file';
import { readCertificate } from './read-certificate';

/** Asks for the password of a file until `take` takes it. False: given up. */
export type AskForPassword = (file: string, take: (password: string) => Promise<SecretRefusal | null>) => Promise<boolean>;

/**
 * Reads a certificate with its key from the chosen files, asking for a password where they need one, and keeps it with the app.
 * Null: no password was given, or the registration changed meanwhile. Throws KeychainError when the vault refuses.
 */
export async function importCertificate(
  apps: PartnerApps,
  { appId, files, now }: { appId: PartnerAppId; files: readonly CertificateFile[]; now: number },
  askForPassword: AskForPassword,
): Promise<CertificateImport | null> {
  const asked = apps.connection(appId);
  const names = files.map(({ name }) => name);
  let read = readCertificate(files, null, now);
  if (!read.ok && read.fault === 'passwordNeeded') {
    const given = await askForPassword(names.join(', '), async (password) => {
      read = readCertificate(files, password, now);
      return !read.ok && read.fault === 'wrongPassword' ? 'wrongPassword' : null;
    });
    if (!given) return null;
  }
  if (!read.ok) return read.fault === 'passwordNeeded' ? null : { outcome: 'refused', fault: read.fault, files: names };
  const connection = stillThere(apps, asked);
  return connection && { outcome: 'added', credentialId: await connection.saveCertificate(read.pair) };
}
