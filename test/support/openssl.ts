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

/** A certificate authority of a test, and a server's key and certificate under it: all PEM. */
export interface LocalAuthority {
  authority: Buffer;
  key: Buffer;
  certificate: Buffer;
}

/** An authority nobody else knows, and a certificate of it for these host names. */
export function localAuthority(hosts: readonly string[]): LocalAuthority {
  return withOpenssl((openssl, at) => {
    const usage = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign', '-addext', 'basicConstraints=critical,CA:TRUE'];
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Authority of a test',
      ...usage,
    );
    openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${hosts[0]}`);
    writeFileSync(at('names'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\nextendedKeyUsage=serverAuth\n`);
    openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'server.pem',
      '-days',
      '2',
      '-extfile',
      'names',
    );
    return { authority: readFileSync(at('ca.pem')), key: readFileSync(at('server.key')), certificate: readFileSync(at('server.pem')) };
  });
}
