import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { exportJWK, exportPKCS8, generateKeyPair, type JWK, jwtVerify, type JWTPayload, SignJWT } from 'jose';

/** The key pair that signs every token of one run. */
export interface SigningKey {
  /** Public part as the key endpoints list it. */
  jwk: JWK;
  sign(claims: JWTPayload): Promise<string>;
  /** Claims of a token of ours, or why it is none: `expired`, or anything else that is wrong with it. */
  verify(token: string): Promise<{ claims: JWTPayload } | { failure: 'expired' | 'invalid' }>;
}

export async function createSigningKey(): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const privateKey: KeyObject = createPrivateKey(await exportPKCS8(pair.privateKey));
  const exported = await exportJWK(pair.publicKey);
  const kid = createHash('sha1').update(JSON.stringify(exported)).digest('base64url');
  const header = { typ: 'JWT', alg: 'RS256', x5t: kid, kid };
  return {
    jwk: { kty: 'RSA', use: 'sig', kid, x5t: kid, n: exported.n, e: exported.e },
    sign: (claims) => new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, pair.publicKey, { algorithms: ['RS256'], requiredClaims: ['exp', 'aud', 'tid'] });
        return { claims: payload };
      } catch (error) {
        return { failure: error instanceof Error && error.name === 'JWTExpired' ? 'expired' : 'invalid' };
      }
    },
  };
}
