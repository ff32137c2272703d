import { createPrivateKey } from 'node:crypto';
import { asn1, pkcs12, pki } from 'node-forge';
import { certificateOf, type FileContent, type Opened } from './pem-blocks';

/** What node-forge says when the password, and not the file, is wrong. */
const WRONG_PASSWORD = /MAC could not be verified|wrong password|Failed to decrypt/;

/** Opens a PKCS #12 file (.pfx, .p12; RFC 7292), also with the old ciphers that Windows still exports with; null when it is none. */
export function openPfx(bytes: Uint8Array, password: string | null): Opened | null {
  const outer = derOf(bytes);
  if (!outer || !looksLikePfx(outer)) return null;
  let wrong = false;
  for (const attempt of attemptsWith(outer, password)) {
    try {
      return { ok: true, content: contentOf(pkcs12.pkcs12FromAsn1(attempt.outer, false, attempt.password)) };
    } catch (error) {
      wrong ||= error instanceof Error && WRONG_PASSWORD.test(error.message);
    }
  }
  if (!wrong) return { ok: false, fault: 'unsupported' };
  return { ok: false, fault: password === null ? 'passwordNeeded' : 'wrongPassword' };
}

/**
 * "No password" is written in two ways. A password with other than ASCII characters counts as UTF-16 in the file's check and in the old ciphers, and as
 * UTF-8 in the new ones (RFC 7292, B.1; RFC 8018, 3), where the library takes bytes: then the check is left out, and that the key fits the certificate
 * takes its place.
 */
function attemptsWith(outer: asn1.Asn1, password: string | null): { outer: asn1.Asn1; password: string | undefined }[] {
  if (password === null) return [undefined, ''].map((none) => ({ outer, password: none }));
  const bytes = Buffer.from(password, 'utf8').toString('binary');
  const unchecked = { ...outer, value: Array.isArray(outer.value) ? outer.value.slice(0, 2) : outer.value };
  return [{ outer, password }, ...(bytes === password ? [] : [{ outer: unchecked, password: bytes }])];
}

function derOf(bytes: Uint8Array): asn1.Asn1 | null {
  try {
    return asn1.fromDer(Buffer.from(bytes).toString('binary'), true);
  } catch {
    return null;
  }
}

/** A sequence that begins with version 3: no certificate and no key does. */
function looksLikePfx({ value }: asn1.Asn1): boolean {
  const [version] = Array.isArray(value) ? value : [];
  return version?.type === asn1.Type.INTEGER && version.value === '\x03';
}

function contentOf(pfx: pkcs12.Pkcs12Pfx): FileContent {
  const content: FileContent = { certificates: [], keys: [] };
  for (const { safeBags } of pfx.safeContents) {
    for (const { type, key, cert, asn1: other } of safeBags) {
      if (type === pki.oids['certBag']) {
        const certificate = certificateOf(der(cert ? pki.certificateToAsn1(cert) : other));
        if (certificate) content.certificates.push(certificate);
      } else {
        const info = key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : other;
        content.keys.push(createPrivateKey({ key: der(info), format: 'der', type: 'pkcs8' }));
      }
    }
  }
  return content;
}

function der(structure: asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(structure).getBytes(), 'binary');
}
