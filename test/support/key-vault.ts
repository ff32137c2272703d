import { createHash, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CloudDefinition, Sandbox } from '../../sandbox/index';
import { giveToAppUser } from './app-user';
import { type LocalAuthority, localAuthority } from './openssl';

/** A secret as the imitation serves it; `refuse`: the status and code it answers with instead. */
export interface VaultSecret {
  value: string;
  contentType?: string;
  /** Seconds since 1970. */
  expires?: number;
  refuse?: { status: number; code: string; message: string };
}

export interface KeyVaultImitation {
  /** `https://vault.localhost:PORT`: below the domain its challenge names, as Key Vault's hosts are. */
  vaultUrl: string;
  secrets: Map<string, VaultSecret>;
  /** The sandbox's cloud with its login service over https, by which people sign in. */
  cloud: CloudDefinition;
  /** How often a secret was asked for with a token. */
  reads(): number;
  /** Signs in as a person's browser does: opens the sign-in page and sends its form back to the app. Out: the status of the app's answer. */
  signIn(page: string): Promise<number>;
  /** Makes the user of this home trust the imitation's own authority, as an administrator of their computer would. */
  trustIn(home: string): void;
  close(): Promise<void>;
}

/**
 * Key Vault (https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret) and the authorization-code sign-in before it, over https with an authority of
 * its own. The login service passes everything else on to the sandbox.
 */
export async function imitateKeyVault(sandbox: Sandbox): Promise<KeyVaultImitation> {
  const authority = localAuthority(['localhost', 'vault.localhost']);
  const secrets = new Map<string, VaultSecret>();
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  const token = `vault-token-${randomUUID()}`;
  let reads = 0;

  const server = createServer({ key: authority.key, cert: authority.certificate }, (asked, answer) => {
    const url = new URL(asked.url ?? '/', `https://${asked.headers.host}`);
    if (url.hostname === 'vault.localhost') serveSecret(url, asked, answer);
    else if (url.pathname.endsWith('/v2.0/.well-known/openid-configuration')) serveMetadata(url, answer);
    else if (url.pathname.endsWith('/oauth2/v2.0/authorize')) authorize(url, answer);
    else if (url.pathname.endsWith('/oauth2/v2.0/token')) void bodyOf(asked).then((body) => grant(url, asked, answer, body));
    else void bodyOf(asked).then((body) => passOn(asked, answer, body));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', () => listening());
  });
  const { port } = server.address() as AddressInfo;
  const login = `https://localhost:${port}`;

  sandbox.control.addAddress(login);

  function serveSecret({ pathname }: URL, { headers }: IncomingMessage, answer: ServerResponse): void {
    if (headers.authorization !== `Bearer ${token}`) {
      const challenge = `Bearer authorization="${login}/${sandbox.partner.homeTenantId}", resource="https://localhost"`;
      answer.writeHead(401, { 'www-authenticate': challenge }).end();
      return;
    }
    reads += 1;
    const [, collection, name = '', version = ''] = pathname.split('/');
    const secret = collection === 'secrets' ? secrets.get(name) : undefined;
    const refuse = secret
      ? secret.refuse
      : { status: 404, code: 'SecretNotFound', message: `A secret with (name/id) ${name} was not found.` };
    if (!secret || refuse) {
      const { status = 404, ...error } = refuse ?? {};
      json(answer, status, { error });
      return;
    }
    const { value, contentType, expires } = secret;
    const id = `https://vault.localhost:${port}/secrets/${name}/${version || 'newest'}`;
    json(answer, 200, {
      value,
      id,
      contentType,
      attributes: { enabled: true, exp: expires, created: 1_700_000_000, updated: 1_700_000_000 },
    });
  }

  function serveMetadata({ pathname }: URL, answer: ServerResponse): void {
    const base = `${login}/${pathname.split('/')[1]}`;
    json(answer, 200, {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
  }

  /** The person has signed in and agreed: a form takes the browser back to the app with a code (RFC 6749, 4.1.2; RFC 7636; OAuth 2.0 Form Post Response Mode). */
  function authorize({ searchParams }: URL, answer: ServerResponse): void {
    const redirectUri = searchParams.get('redirect_uri') ?? '';
    const asExpected = searchParams.get('code_challenge_method') === 'S256' && searchParams.get('response_mode') === 'form_post';
    if (!asExpected || !/^http:\/\/localhost:\d+\/?$/.test(redirectUri)) {
      json(answer, 400, { error: 'invalid_request' });
      return;
    }
    const code = randomUUID();
    codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirectUri });
    const inputs = Object.entries({ code, state: searchParams.get('state') ?? '' }).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    );
    answer.writeHead(200, { 'content-type': 'text/html' }).end(`<form method="POST" action="${redirectUri}">${inputs.join('')}</form>`);
  }

  function grant({ pathname }: URL, asked: IncomingMessage, answer: ServerResponse, body: Buffer): void {
    const form = new URLSearchParams(body.toString());
    if (form.get('grant_type') !== 'authorization_code') return passOn(asked, answer, body);
    const expected = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!expected || expected.challenge !== challenge || expected.redirectUri !== form.get('redirect_uri')) {
      return json(answer, 400, {
        error: 'invalid_grant',
        error_description: 'AADSTS501481: The code_verifier does not match.',
        error_codes: [501481],
      });
    }
    const tenantId = pathname.split('/')[1] ?? '';
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      aud: form.get('client_id'),
      iss: `${login}/${tenantId}/v2.0`,
      oid: 'analyst',
      sub: 'analyst',
      tid: tenantId,
      preferred_username: 'analyst@partner.example',
    };
    return json(answer, 200, {
      token_type: 'Bearer',
      scope: form.get('scope'),
      expires_in: 3600,
      access_token: token,
      id_token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ ...claims, exp: Math.floor(Date.now() / 1000) + 3600 })}.c2ln`,
      client_info: part({ uid: 'analyst', utid: tenantId }),
    });
  }

  function passOn(asked: IncomingMessage, answer: ServerResponse, body: Buffer): void {
    const { host: _host, connection: _connection, ...headers } = asked.headers;
    const onward = request(new URL(asked.url ?? '/', sandbox.url), { method: asked.method ?? 'GET', headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.once('error', () => answer.destroy());
    onward.end(body);
  }

  return {
    vaultUrl: `https://vault.localhost:${port}`,
    secrets,
    cloud: { ...sandbox.cloudDefinition(), loginBase: login },
    reads: () => reads,
    signIn: (page) => follow(page, authority),
    trustIn: (home) => trust(home, authority),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function json(answer: ServerResponse, status: number, body: unknown): void {
  answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Opens a page over https and sends the form in it, as a browser does by the page's script. */
async function follow(page: string, { authority }: LocalAuthority): Promise<number> {
  const html = await new Promise<string>((resolve, reject) => {
    get(page, { ca: authority }, (reply) => void bodyOf(reply).then((body) => resolve(body.toString()))).once('error', reject);
  });
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const inputs = [...html.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return (await fetch(action, { method: 'POST', body: new URLSearchParams(inputs) })).status;
}

/** Puts the authority into the user's certificate store, where Chromium looks for it on Linux. */
function trust(home: string, { authority }: LocalAuthority): void {
  const folder = join(home, '.pki', 'nssdb');
  mkdirSync(folder, { recursive: true });
  const file = join(home, 'authority.pem');
  writeFileSync(file, authority);
  const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${folder}`, ...args], { stdio: 'ignore', timeout: 30_000 });
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'Authority of a test', '-i', file);
  giveToAppUser(join(home, '.pki'), 0o700);
  giveToAppUser(folder, 0o700);
  for (const name of readdirSync(folder)) giveToAppUser(join(folder, name), 0o600);
}
