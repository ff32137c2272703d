import { X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../../../contract/credential';

/** What is public of a certificate in PEM form. Throws when it is none: it was checked before it was stored. */
export function certificateFactsOf(pem: string): CertificateFacts {
  const certificate = new X509Certificate(pem);
  return {
    subject: subjectWords(certificate.subject),
    thumbprint: plainHex(certificate.fingerprint),
    thumbprintSha256: plainHex(certificate.fingerprint256),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
  };
}

/** Entra's list shows thumbprints without colons. */
function plainHex(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toUpperCase();
}

/** Node puts each part of a name on a line of its own, the widest first. */
function subjectWords(subject: string | undefined): string {
  return (subject ?? '')
    .split('\n')
    .filter((part) => part !== '')
    .reverse()
    .join(', ');
}
