import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files of one certificate, as people have them: made by OpenSSL, not by what is tested. */
export interface CertificateFiles {
  certificate: Buffer;
  key: Buffer;
}

/** Runs work in a folder where `openssl` can be called with file names. */
export function withOpenssl<T>(work: (openssl: (...args: string[]) => void, at: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-openssl-'));
  try {
    return work(
      (...args) => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' }),
      (name) => join(folder, name),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A self-signed certificate and its key, both PEM. */
export function selfSigned({ key = 'rsa:2048', days = 30, subject = '/O=Lab/CN=partner' } = {}): CertificateFiles {
  return withOpenssl((openssl, at) => {
    const kind = key.startsWith('rsa') ? [key] : ['ec', '-pkeyopt', `ec_paramgen_curve:${key}`];
    openssl(
      'req',
      '-x509',
      '-newkey',
      ...kind,
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'certificate.pem',
      '-days',
      String(days),
      '-subj',
      subject,
    );
    return { certificate: readFileSync(at('certificate.pem')), key: readFileSync(at('key.pem')) };
  });
}

/** The same as one PFX file; `certificate` may hold further ones. */
export function pfxOf({ certificate, key }: CertificateFiles, password: string, ...options: string[]): Buffer {
  return withOpenssl((openssl, at) => {
    writeFileSync(at('both.pem'), Buffer.concat([key, certificate]));
    openssl('pkcs12', '-export', '-in', 'both.pem', '-out', 'out.pfx', '-passout', `pass:${password}`, ...options);
    return readFileSync(at('out.pfx'));
  });
}

/** Converts a file with one call of OpenSSL that reads `in` and writes `out`. */
export function converted(source: Buffer, ...args: string[]): Buffer {
  return withOpenssl((openssl, at) => {
    writeFileSync(at('in'), source);
    openssl(...args, '-in', 'in', '-out', 'out');
    return readFileSync(at('out'));
  });
}
