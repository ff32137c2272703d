import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateFactsOf } from '../../../../main/identity/credentials/certificate-facts';
import { makeCertificate } from '../../../../main/identity/credentials/make-certificate';
import { readCertificate } from '../../../../main/identity/credentials/read-certificate';
import { converted } from '../../../support/openssl';

const NOW = Date.UTC(2026, 0, 15, 12);

describe('a certificate made here', () => {
  it('verifies with its own key, says who it is and until when, and is what an import would take', async () => {
    const pair = await makeCertificate({ commonName: 'Tenantry Läsapp', months: 12, now: NOW });
    const certificate = new X509Certificate(pair.certificate);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(pair.privateKey))).toBe(true);
    expect(certificate.ca).toBe(false);
    const facts = certificateFactsOf(pair.certificate);
    expect(facts).toMatchObject({ subject: 'CN=Tenantry Läsapp', validTo: Date.UTC(2027, 0, 15, 12) });
    expect(facts.validFrom).toBeLessThan(NOW);
    const bytes = Buffer.from(pair.certificate + pair.privateKey);
    expect(readCertificate([{ name: 'made', bytes }], null, NOW)).toMatchObject({ ok: true });
    // OpenSSL reads it too, and sees the same.
    expect(
      converted(Buffer.from(pair.certificate), 'x509', '-noout', '-fingerprint', '-sha256').toString('latin1').replaceAll(':', ''),
    ).toContain(facts.thumbprintSha256);
  });

  it('never shares its serial number, and keeps to the longest name allowed', async () => {
    const made = await Promise.all([1, 2].map(() => makeCertificate({ commonName: 'x'.repeat(80), months: 6, now: NOW })));
    const [one, two] = made.map(({ certificate }) => new X509Certificate(certificate));
    expect(one?.serialNumber).not.toBe(two?.serialNumber);
    expect(one?.subject).toBe(`CN=${'x'.repeat(64)}`);
  });
});
