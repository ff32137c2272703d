import { createHash, randomBytes } from 'node:crypto';
import type { Analyst } from '../directory/analysts';
import type { Resource } from '../directory/resources';
import type { StsError } from './sts-error';
import { stsErrors } from './sts-errors';

/** What a person agreed to on the sign-in page. */
export interface SignIn {
  tenantId: string;
  clientId: string;
  redirectUri: string;
  /** Of the app's proof key: SHA-256 of a verifier it keeps to itself. */
  challenge: string | null;
  audience: string;
  resource: Resource;
  nonce: string | null;
  analyst: Analyst;
}

interface Issued {
  signIn: SignIn;
  expiresAt: number;
  redeemed: boolean;
}

/** Entra's codes live about ten minutes. */
const LIFE_MS = 10 * 60_000;

/** Codes handed to browsers, each good for one token. */
export class AuthorizationCodes {
  private readonly issued = new Map<string, Issued>();

  issue(signIn: SignIn): string {
    const code = `1.${randomBytes(48).toString('base64url')}`;
    this.issued.set(code, { signIn, expiresAt: Date.now() + LIFE_MS, redeemed: false });
    return code;
  }

  /** Redeems a code as its request for a token asks, or says what is wrong with that. */
  redeem(form: URLSearchParams, tenantId: string): { signIn: SignIn } | { refused: StsError } {
    const absent = ['client_id', 'code', 'redirect_uri'].find((name) => !form.get(name));
    if (absent) return { refused: stsErrors.missing(absent) };
    const code = this.issued.get(form.get('code') ?? '');
    if (!code || code.signIn.tenantId !== tenantId) return { refused: stsErrors.codeUnknown() };
    if (form.has('client_secret') || form.has('client_assertion')) return { refused: stsErrors.publicClientWithSecret() };
    const { signIn } = code;
    if (signIn.clientId !== form.get('client_id')?.toLowerCase()) return { refused: stsErrors.codeUnknown() };
    if (signIn.redirectUri !== form.get('redirect_uri')) return { refused: stsErrors.codeElsewhere() };
    if (code.redeemed) return { refused: stsErrors.codeRedeemed() };
    if (code.expiresAt < Date.now()) return { refused: stsErrors.codeExpired() };
    if (signIn.challenge !== null && signIn.challenge !== challengeOf(form.get('code_verifier') ?? '')) {
      return { refused: stsErrors.codeVerifier() };
    }
    code.redeemed = true;
    return { signIn };
  }
}

/** RFC 7636, section 4.2, method S256. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
