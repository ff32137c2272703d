import { execFileSync } from 'node:child_process';
import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/index';
import { askToken, customer, open } from './client';

let sandbox: Sandbox;
let pem: string;
let keyPem: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assertion-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=partner'],
    {
      stdio: 'ignore',
    },
  );
  keyPem = readFileSync(key, 'utf8');
  pem = readFileSync(certificate, 'utf8');
  rmSync(folder, { recursive: true });
  sandbox = await open({ tenants: 1, incidents: 1 });
});
afterAll(() => sandbox.close());

interface Assertion {
  alg?: 'PS256' | 'RS256';
  audience?: string;
  issuer?: string;
  expiresIn?: number;
}

async function ask({ alg = 'PS256', audience, issuer, expiresIn = 300 }: Assertion = {}) {
  const { tenantId } = customer(sandbox);
  const { raw } = new X509Certificate(pem);
  const thumbprint = (name: string) => createHash(name).update(raw).digest('base64url');
  const header = alg === 'PS256' ? { alg, typ: 'JWT', 'x5t#S256': thumbprint('sha256') } : { alg, typ: 'JWT', x5t: thumbprint('sha1') };
  const { clientId } = sandbox.partner;
  const now = Math.floor(Date.now() / 1_000);
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader(header)
    .setAudience(audience ?? `${sandbox.url}/${tenantId}/oauth2/v2.0/token`)
    .setIssuer(issuer ?? clientId)
    .setSubject(clientId)
    .setNotBefore(now - 600)
    .setExpirationTime(now + expiresIn)
    .sign(await importPKCS8(keyPem, alg));
  return askToken(sandbox, tenantId, {
    client_secret: null,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
}

describe('a certificate assertion', () => {
  it('is refused while the certificate is not registered', async () => {
    const { status, body } = await ask();
    expect([status, body.error_codes]).toEqual([401, [700027]]);
  });

  it.each(['PS256', 'RS256'] as const)('with %s gives a token that names the kind of credential', async (alg) => {
    sandbox.control.addCertificate(pem);
    const { body } = await ask({ alg });
    const claims = JSON.parse(Buffer.from(String(body.access_token).split('.')[1] ?? '', 'base64url').toString()) as { appidacr: string };
    expect(claims.appidacr).toBe('2');
  });

  it.each<[string, Assertion, number]>([
    ['another audience', { audience: 'https://elsewhere.example/token' }, 700023],
    ['an expired one', { expiresIn: -360 }, 700024],
    ['another issuer', { issuer: randomUUID() }, 700027],
  ])('refuses %s', async (_, assertion, code) => {
    sandbox.control.addCertificate(pem);
    expect((await ask(assertion)).body.error_codes).toEqual([code]);
  });
});
