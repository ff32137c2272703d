import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { z } from 'zod';
import type { SignatureCheck } from '../../../contract/token-inspection';
import type { CloudEnvironment } from '../../cloud/environment';
import type { FetchPort } from '../../cloud/fetch-port';
import { textOf } from '../../cloud/read-body';
import { createTransport, type TransportLimits } from '../../cloud/transport';
import { decodeToken } from './decode-token';
import { issuerKnown } from './inspect-token';

export interface SignatureParts {
  clouds: readonly CloudEnvironment[];
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

const KEY_LIMITS: TransportLimits = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 1024 * 1024 };
/** What Entra may sign with. Nothing symmetric: those keys are not public. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const TENANT = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const text = z.string().optional().catch(undefined);
const facts = z.looseObject({ tid: text, iss: text, ver: text });
const jwks = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: text, issuer: text })) });

const unknown = (why: SignatureCheck['why'], more: Partial<SignatureCheck> = {}): SignatureCheck => ({ outcome: 'unknown', why, ...more });

/**
 * Asks the cloud a token says it is from for that tenant's public keys, and tries them on the signature. The address is made of the cloud's login host
 * and a GUID: nothing of the token's own choosing, and nothing else of it, is sent. A key fits only its own tenant's issuer where it names one.
 * Never throws for what is in the token or what the network does.
 */
export async function checkSignature(token: string, { clouds, fetch, now, limits }: SignatureParts): Promise<SignatureCheck> {
  const decoded = decodeToken(token);
  if (!decoded.ok) return unknown('unreadable');
  const { header, claims, signature } = decoded.token;
  if (signature === 'absent') return unknown('unsigned');
  const { tid, iss, ver } = facts.parse(claims);
  const tenantId = tid?.toLowerCase() ?? '';
  if (!TENANT.test(tenantId)) return unknown('noTenant');
  const cloud = clouds.find((one) => iss !== undefined && issuerKnown(iss, tenantId, one));
  if (!cloud) return unknown('issuerUnknown');

  const keysFrom = `${cloud.loginBase}/${tenantId}/discovery/${ver === '1.0' ? '' : 'v2.0/'}keys`;
  const transport = createTransport(fetch, now, limits ?? KEY_LIMITS);
  const sent = await transport.send({ url: keysFrom, method: 'GET', headers: { accept: 'application/json' } });
  if (!sent.ok) return unknown('unreachable', { keysFrom, problem: sent.problem });
  const keys = keysIn(textOf(sent.answer.bytes), tenantId);
  if (sent.answer.status !== 200 || !keys) {
    const problem = { code: 'unreadable', at: now(), httpStatus: sent.answer.status, detail: 'The answer held no list of keys.' } as const;
    return unknown('unreachable', { keysFrom, problem });
  }
  const checked = await verify(token, keys);
  // Graph hashes a value of its header after signing, so that no one but Graph can check it.
  return checked.outcome === 'invalid' && 'nonce' in header ? unknown('protected', { keysFrom }) : { ...checked, keysFrom };
}

type Keys = z.infer<typeof jwks>;

function keysIn(body: string, tenantId: string): Keys | null {
  try {
    const { keys } = jwks.parse(JSON.parse(body));
    const ofTenant = (issuer: string) => issuer.toLowerCase().includes('{tenantid}') || issuer.toLowerCase().includes(tenantId);
    return { keys: keys.filter(({ issuer }) => issuer === undefined || ofTenant(issuer)) };
  } catch {
    return null;
  }
}

async function verify(token: string, keys: Keys): Promise<SignatureCheck> {
  try {
    await compactVerify(token, createLocalJWKSet(keys), { algorithms: ALGORITHMS });
    return { outcome: 'valid' };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { outcome: 'invalid' };
    if (error instanceof errors.JWKSNoMatchingKey) return unknown('noSuchKey');
    if (error instanceof errors.JWKSMultipleMatchingKeys) return unknown('noSuchKey');
    return unknown('algorithm');
  }
}
