import { createHash, type KeyObject, X509Certificate } from 'node:crypto';

/** Certificates of the partner's registration, found by either thumbprint of an assertion's header. */
export class CertificateList {
  private readonly byThumbprint = new Map<string, KeyObject>();

  /** @param pem certificate in PEM form; throws when it is none */
  add(pem: string): void {
    const certificate = new X509Certificate(pem);
    for (const algorithm of ['sha1', 'sha256']) {
      this.byThumbprint.set(createHash(algorithm).update(certificate.raw).digest('base64url'), certificate.publicKey);
    }
  }

  find(thumbprint: string): KeyObject | undefined {
    return this.byThumbprint.get(thumbprint);
  }
}
