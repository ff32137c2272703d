import { InteractiveBrowserCredential } from '@azure/identity';
import { type KeyVaultSecret, SecretClient } from '@azure/keyvault-secrets';
import type { KeyVaultFault, KeyVaultReference } from '../../../contract/credential';
import type { Instant, TenantId } from '../../../contract/ids';
import type { Problem } from '../../../contract/problem';
import type { CloudEnvironment } from '../../cloud/environment';
import type { FetchPort } from '../../cloud/fetch-port';
import { createTransport } from '../../cloud/transport';
import { certificateFactsOf } from '../credentials/certificate-facts';
import type { ClientCredential } from '../credentials/client-credential';
import { readCertificate } from '../credentials/read-certificate';
import { type OpenPage, withBrowser } from './sdk-browser';
import { sdkHttpClient } from './sdk-http-client';

export interface KeyVaultParts {
  environment: CloudEnvironment;
  /** The analyst signs in there; the vault belongs to it. */
  homeTenantId: TenantId;
  fetch: FetchPort;
  now(): number;
  openPage: OpenPage;
}

/** A credential as it came from Key Vault: for memory only. */
export interface VaultCredential {
  credential: ClientCredential;
  expiresAt: Instant | null;
}

export type KeyVaultAnswer = { ok: true; read: VaultCredential } | { ok: false; fault: KeyVaultFault; detail?: string };

const LIMITS = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 1024 * 1024 };
/** How long a person may take to sign in. */
const SIGN_IN_MS = 5 * 60_000;

/**
 * Reads a secret from Azure Key Vault with the analyst's own sign-in in the system browser, through Microsoft's SDK. What Key Vault keeps of a certificate
 * (PFX or PEM, by its content type) becomes a certificate credential, anything else a client secret.
 */
export async function readKeyVault(reference: KeyVaultReference, parts: KeyVaultParts): Promise<KeyVaultAnswer> {
  const { environment, homeTenantId, fetch, now, openPage } = parts;
  if (!environment.loginBase.startsWith('https:')) return { ok: false, fault: 'noSignIn' };
  let network: Problem | null = null;
  const httpClient = sdkHttpClient(createTransport(fetch, now, LIMITS), (problem) => {
    network = problem;
  });
  const once = { httpClient, retryOptions: { maxRetries: 0 } };
  const signIn = new InteractiveBrowserCredential({
    ...once,
    tenantId: homeTenantId,
    authorityHost: environment.loginBase,
    // The cloud is known; asking Microsoft's public one about it would only tell it of ours.
    disableInstanceDiscovery: true,
  });
  const client = new SecretClient(reference.vaultUrl, signIn, once);
  try {
    const version = reference.version === null ? {} : { version: reference.version };
    const secret = await withBrowser(openPage, () => inTime(client.getSecret(reference.secretName, version)));
    return secret === null ? { ok: false, fault: 'signInFailed', detail: 'Another sign-in is under way.' } : credentialOf(secret, now());
  } catch (error) {
    return failureOf(error, network);
  }
}

function credentialOf({ value, properties }: KeyVaultSecret, now: number): KeyVaultAnswer {
  if (!value) return { ok: false, fault: 'notACredential' };
  const kind = properties.contentType ?? '';
  const expiresAt = properties.expiresOn?.getTime() ?? null;
  if (!/pkcs12|pem-file/.test(kind)) return { ok: true, read: { credential: { kind: 'secret', secret: value.trim() }, expiresAt } };
  const bytes = Buffer.from(value, kind.includes('pkcs12') ? 'base64' : 'utf8');
  const read = readCertificate([{ name: properties.name, bytes }], null, now);
  if (!read.ok) return { ok: false, fault: 'notACredential', detail: read.fault };
  const { thumbprintSha256, validTo } = certificateFactsOf(read.pair.certificate);
  return {
    ok: true,
    read: { credential: { kind: 'certificate', privateKey: read.pair.privateKey, thumbprintSha256 }, expiresAt: validTo },
  };
}

/** Key Vault's own refusals by their status; everything before them is the network or the sign-in. */
function failureOf(error: unknown, network: Problem | null): KeyVaultAnswer {
  if (network) return { ok: false, fault: 'unreachable', ...(network.detail ? { detail: network.detail } : {}) };
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const detail = error instanceof Error ? error.message.slice(0, 600) : String(error);
  if (status === 403) return { ok: false, fault: /disabled|expired|not yet valid/i.test(detail) ? 'disabled' : 'forbidden', detail };
  if (status === 404) return { ok: false, fault: 'notFound', detail };
  return { ok: false, fault: status === undefined ? 'signInFailed' : 'refused', detail };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Nobody signed in within five minutes.')), SIGN_IN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
