import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { asn1, md, pki } from 'node-forge';
import type { KeyPair } from './read-certificate';

/** A clock a little ahead of Entra's must not make a new certificate one of the future. */
const CLOCK_SLACK_MS = 10 * 60_000;
const BITS = 2048;

/**
 * Makes a key pair and a self-signed certificate for it, for signing only (RSA 2048, SHA-256).
 * @param commonName how it shows in the registration's list, at most 64 characters (RFC 5280, ub-common-name)
 * @param months how long it is valid
 */
export async function makeCertificate({ commonName, months, now }: { commonName: string; months: number; now: number }): Promise<KeyPair> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = positiveSerial();
  certificate.validity.notBefore = new Date(now - CLOCK_SLACK_MS);
  certificate.validity.notAfter = monthsLater(now, months);
  const name = [{ shortName: 'CN', value: commonName.slice(0, 64), valueTagClass: asn1.Type.UTF8 as unknown as asn1.Class }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(pki.privateKeyFromPem(pair.privateKey), md.sha256.create());
  return { certificate: pki.certificateToPem(certificate), privateKey: pair.privateKey };
}

/** 16 random bytes as a positive number. */
function positiveSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function monthsLater(now: number, months: number): Date {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end;
}
