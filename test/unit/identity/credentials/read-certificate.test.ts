import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_CERTIFICATE_BYTES } from '../../../../main/identity/credentials/certificate-file';
import { readCertificate } from '../../../../main/identity/credentials/read-certificate';
import { type CertificateFiles, converted, pfxOf, selfSigned } from '../../../support/openssl';

const PASSWORD = 'påss word "1"';
let made: CertificateFiles;
let other: CertificateFiles;
beforeAll(() => {
  made = selfSigned();
  other = selfSigned({ subject: '/CN=issuer' });
});

const now = () => Date.now();
const file = (bytes: Buffer, name = 'file') => ({ name, bytes });
const read = (bytes: Buffer | Buffer[], password: string | null = null, at = now()) =>
  readCertificate(
    [bytes].flat().map((one) => file(one)),
    password,
    at,
  );
const both = () => Buffer.concat([made.certificate, made.key]);

describe('a certificate with its key', () => {
  it.each<[string, () => Buffer | Buffer[], string | null]>([
    ['PEM in one file', both, null],
    ['PEM in two files, the key first', () => [made.key, made.certificate], null],
    [
      'PEM with Windows line ends and words around it',
      () => Buffer.from(`Bag Attributes\r\n${both().toString().replaceAll('\n', '\r\n')}`),
      null,
    ],
    ['PEM with the older form of key', () => [made.certificate, converted(made.key, 'rsa', '-traditional')], null],
    [
      'PEM with an encrypted key',
      () => [made.certificate, converted(made.key, 'pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', `pass:${PASSWORD}`)],
      PASSWORD,
    ],
    [
      'PEM with an encrypted key of the older form',
      () => [made.certificate, converted(made.key, 'rsa', '-traditional', '-aes128', '-passout', `pass:${PASSWORD}`)],
      PASSWORD,
    ],
    ['PEM after the certificate of its issuer', () => [Buffer.concat([other.certificate, made.certificate]), made.key], null],
    [
      'DER in two files',
      () => [converted(made.certificate, 'x509', '-outform', 'der'), converted(made.key, 'pkcs8', '-topk8', '-nocrypt', '-outform', 'der')],
      null,
    ],
    ['PFX with AES-256', () => pfxOf(made, PASSWORD), PASSWORD],
    ['PFX as older Windows exports it', () => pfxOf(made, PASSWORD, '-legacy'), PASSWORD],
    [
      'PFX with TripleDES',
      () => pfxOf(made, PASSWORD, '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'),
      PASSWORD,
    ],
    ['PFX with its chain', () => pfxOf({ ...made, certificate: Buffer.concat([made.certificate, other.certificate]) }, PASSWORD), PASSWORD],
    ['PFX without a password', () => pfxOf(made, ''), null],
  ])('is read from %s', (_name, files, password) => {
    const answer = read(files(), password);
    if (!answer.ok) throw new Error(answer.fault);
    const expected = new X509Certificate(made.certificate);
    // To the byte: Entra knows a certificate by the hash of exactly these.
    expect(new X509Certificate(answer.pair.certificate).raw.equals(expected.raw)).toBe(true);
    expect(answer.pair.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(expected.checkPrivateKey(createPrivateKey(answer.pair.privateKey))).toBe(true);
  });

  it.each<[string, () => Buffer | Buffer[]]>([
    ['PFX', () => pfxOf(made, PASSWORD)],
    ['PEM', () => [made.certificate, converted(made.key, 'pkcs8', '-topk8', '-passout', `pass:${PASSWORD}`)]],
  ])('that is protected, in %s, asks for its password and refuses another', (_name, files) => {
    const protectedFiles = files();
    expect(read(protectedFiles)).toEqual({ ok: false, fault: 'passwordNeeded' });
    expect(read(protectedFiles, 'another')).toEqual({ ok: false, fault: 'wrongPassword' });
    expect(read(protectedFiles, '')).toEqual({ ok: false, fault: 'wrongPassword' });
    expect(read(protectedFiles, PASSWORD).ok).toBe(true);
  });
});

describe('files that are no credential', () => {
  const tooLarge = Buffer.alloc(MAX_CERTIFICATE_BYTES + 1, 0x41);
  it.each<[string, () => Buffer | Buffer[], string]>([
    ['a certificate alone', () => made.certificate, 'noKey'],
    ['a certificate alone, in DER', () => converted(made.certificate, 'x509', '-outform', 'der'), 'noKey'],
    ['a PFX without the key', () => pfxOf(made, '', '-nokeys'), 'noKey'],
    ['a key alone', () => made.key, 'noCertificate'],
    ['a key of another certificate', () => [made.certificate, other.key], 'keyMismatch'],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'notACertificate'],
    ['a text', () => Buffer.from('-----BEGIN NOTHING-----\nnothing\n-----END NOTHING-----\n'), 'notACertificate'],
    ['an empty file', () => Buffer.alloc(0), 'notACertificate'],
    ['a cut PFX', () => pfxOf(made, PASSWORD).subarray(0, 900), 'notACertificate'],
    ['a broken key', () => Buffer.from('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'), 'unsupported'],
    ['a file of more than a megabyte', () => tooLarge, 'tooLarge'],
  ])('%s', (_name, files, fault) => {
    expect(read(files())).toEqual({ ok: false, fault });
  });

  it.each<[string, string]>([
    ['an RSA key of 1024 bits', 'rsa:1024'],
    ['an elliptic-curve key', 'P-256'],
  ])('%s, in PEM and in PFX', (_name, key) => {
    const weak = selfSigned({ key });
    expect(read(Buffer.concat([weak.certificate, weak.key]))).toEqual({ ok: false, fault: 'notRsa' });
    expect(read(pfxOf(weak, PASSWORD), PASSWORD)).toEqual({ ok: false, fault: 'notRsa' });
  });

  it('outside their time', () => {
    const day = 24 * 3_600_000;
    expect(read(both(), null, now() + 31 * day)).toEqual({ ok: false, fault: 'expired' });
    expect(read(both(), null, now() - day)).toEqual({ ok: false, fault: 'notYetValid' });
  });

  it('that cannot be read', () => {
    expect(readCertificate([{ name: 'gone.pfx', bytes: null }], null, now())).toEqual({ ok: false, fault: 'unreadable' });
  });
});
