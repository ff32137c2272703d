import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** What a file holds of a certificate credential. */
export interface FileContent {
  certificates: X509Certificate[];
  keys: KeyObject[];
}

/** Why a file cannot be opened so far. */
export type OpenFault = 'passwordNeeded' | 'wrongPassword' | 'unsupported';

export type Opened = { ok: true; content: FileContent } | { ok: false; fault: OpenFault };

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;
const KEY_LABEL = /^(ENCRYPTED |RSA |EC |DSA )?PRIVATE KEY$/;
/** PKCS #8 says it in its label, the older form in a header (RFC 1421). */
const ENCRYPTED = /-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/m;

/** Opens the PEM blocks of a text; null when it has none. A password is used for encrypted keys only. */
export function openPem(text: string, password: string | null): Opened | null {
  const blocks = [...text.matchAll(BLOCK)];
  if (blocks.length === 0) return null;
  const content: FileContent = { certificates: [], keys: [] };
  for (const [block, label = ''] of blocks) {
    if (label === 'CERTIFICATE' || label === 'TRUSTED CERTIFICATE') {
      const certificate = certificateOf(block);
      if (certificate) content.certificates.push(certificate);
    } else if (KEY_LABEL.test(label)) {
      const key = openKey(block, password);
      if (!key.ok) return key;
      content.keys.push(key.key);
    }
  }
  return { ok: true, content };
}

/** A certificate in PEM or DER form; null when it is none. */
export function certificateOf(source: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(source);
  } catch {
    return null;
  }
}

function openKey(block: string, password: string | null): { ok: true; key: KeyObject } | { ok: false; fault: OpenFault } {
  const encrypted = ENCRYPTED.test(block);
  if (encrypted && password === null) return { ok: false, fault: 'passwordNeeded' };
  try {
    return { ok: true, key: createPrivateKey(encrypted ? { key: block, passphrase: password ?? '' } : block) };
  } catch {
    // The libraries say "bad decrypt" in many ways; a file with a good password and an unknown cipher is far rarer.
    return { ok: false, fault: encrypted ? 'wrongPassword' : 'unsupported' };
  }
}
