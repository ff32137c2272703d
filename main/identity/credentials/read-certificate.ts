import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import type { CertificateFault } from '../../../contract/credential';
import { type CertificateFile, MAX_CERTIFICATE_BYTES } from './certificate-file';
import { certificateOf, type FileContent, type Opened, openPem } from './pem-blocks';
import { openPfx } from './pfx';

/** A certificate with its private key, both in PEM form; the key as PKCS #8. */
export interface KeyPair {
  certificate: string;
  privateKey: string;
}

export type ReadCertificate = { ok: true; pair: KeyPair } | { ok: false; fault: CertificateFault | 'passwordNeeded' };

/** Microsoft's page on certificate credentials names 2048 bits as the least. */
const LEAST_BITS = 2048;

/**
 * Reads a certificate and its private key from files: PEM in one or two of them, DER, or PFX.
 * @param password for what is encrypted in them; null: none was asked for yet
 * @param now the certificate has to be valid then
 */
export function readCertificate(files: readonly CertificateFile[], password: string | null, now: number): ReadCertificate {
  const found: FileContent = { certificates: [], keys: [] };
  for (const { bytes } of files) {
    if (bytes === null) return { ok: false, fault: 'unreadable' };
    if (bytes.length > MAX_CERTIFICATE_BYTES) return { ok: false, fault: 'tooLarge' };
    const opened = open(bytes, password);
    if (!opened.ok) return opened;
    found.certificates.push(...opened.content.certificates);
    found.keys.push(...opened.content.keys);
  }
  return choose(found, now);
}

function open(bytes: Uint8Array, password: string | null): Opened {
  return openPem(Buffer.from(bytes).toString('latin1'), password) ?? openPfx(bytes, password) ?? openDer(bytes);
}

function openDer(bytes: Uint8Array): Opened {
  const certificate = certificateOf(bytes);
  const key = certificate ? null : derKey(bytes);
  return { ok: true, content: { certificates: certificate ? [certificate] : [], keys: key ? [key] : [] } };
}

function derKey(bytes: Uint8Array): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  }
}

/** The certificate that belongs to the key: a file may hold those of its issuers as well. */
function choose({ certificates, keys }: FileContent, now: number): ReadCertificate {
  const [key] = keys;
  if (certificates.length === 0) return { ok: false, fault: key ? 'noCertificate' : 'notACertificate' };
  if (!key) return { ok: false, fault: 'noKey' };
  for (const candidate of keys) {
    const certificate = certificates.find((one) => belongsTo(one, candidate));
    if (certificate) return judge(certificate, candidate, now);
  }
  return { ok: false, fault: 'keyMismatch' };
}

function belongsTo(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.checkPrivateKey(key);
  } catch {
    return false;
  }
}

function judge(certificate: X509Certificate, key: KeyObject, now: number): ReadCertificate {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS) return { ok: false, fault: 'notRsa' };
  if (Date.parse(certificate.validTo) <= now) return { ok: false, fault: 'expired' };
  if (Date.parse(certificate.validFrom) > now) return { ok: false, fault: 'notYetValid' };
  const privateKey = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { ok: true, pair: { certificate: certificate.toString(), privateKey } };
}
