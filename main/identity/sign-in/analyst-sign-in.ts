import { randomBytes } from 'node:crypto';
import type { Surface } from '../../../contract/permissions';
import type { Problem } from '../../../contract/problem';
import { entraProblem } from '../../cloud/entra-errors';
import type { FetchPort } from '../../cloud/fetch-port';
import { withoutSecrets } from '../../cloud/without-secrets';
import { decodeToken } from '../inspection/decode-token';
import type { PartnerConnection } from '../partner-connection';
import { waitForCode } from './wait-for-code';

/** How long somebody may take on the sign-in page (ms). */
const PATIENCE_MS = 5 * 60_000;

export interface AnalystSignInParts {
  fetch: FetchPort;
  now(): number;
}

/** A person's token, in the memory of this process only. */
export interface AnalystToken {
  accessToken: string;
  user: string | null;
}

export type SignInAnswer =
  | { ok: true; token: AnalystToken }
  | { ok: false; why: 'cancelled' }
  | { ok: false; why: 'problem'; problem: Problem };

/**
 * An analyst's own sign-in in the partner's tenant: authorization code with a proof key, in the system browser, back over loopback (RFC 8252, RFC 7636).
 * One at a time. What is held goes with its registration, with a sign-out, and with this process.
 */
export class AnalystSignIn {
  /** By connection: a changed registration is a new one, and holds nothing. */
  readonly #held = new WeakMap<PartnerConnection, Map<Surface, AnalystToken>>();
  #running: AbortController | null = null;

  constructor(private readonly parts: AnalystSignInParts) {}

  /** Opens the sign-in page and waits for its answer; ends one that is under way. Never throws for what the browser or Entra does. */
  async signIn(connection: PartnerConnection, resource: Surface, openLink: (url: string) => Promise<void>): Promise<SignInAnswer> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    const timer = setTimeout(() => running.abort(), PATIENCE_MS);
    try {
      const answer = await this.#ask(connection, resource, openLink, running.signal);
      if (answer.ok) this.#heldOf(connection).set(resource, answer.token);
      return answer;
    } finally {
      clearTimeout(timer);
      // Also where the browser could not be opened: the place it would have come back to is closed.
      running.abort();
      if (this.#running === running) this.#running = null;
    }
  }

  /** Ends a sign-in that is under way. */
  cancel(): void {
    this.#running?.abort();
  }

  held(connection: PartnerConnection, resource: Surface): AnalystToken | null {
    return this.#held.get(connection)?.get(resource) ?? null;
  }

  /** Forgets every token of an app's sign-ins. False: there was none. The browser's own session is not touched. */
  signOut(connection: PartnerConnection): boolean {
    return this.#held.delete(connection);
  }

  async #ask(
    connection: PartnerConnection,
    resource: Surface,
    openLink: (url: string) => Promise<void>,
    signal: AbortSignal,
  ): Promise<SignInAnswer> {
    const { environment, app } = connection;
    const { fetch, now } = this.parts;
    const failed = (problem: Problem): SignInAnswer => ({ ok: false, why: 'problem', problem });
    const state = randomBytes(24).toString('base64url');
    const place = await waitForCode(state, signal);
    if (!place) return failed({ code: 'internal', at: now(), detail: 'No port of this computer can be listened on.' });
    const { redirectUri } = place;
    // With MSAL, which the start needs not.
    const { createProof, createPublicClient, entraProblemOf } = await import('./public-client');
    const proof = await createProof();
    const scopes = [environment.resources[resource].scope];
    const client = createPublicClient(connection, fetch, now);
    const link = await client.getAuthCodeUrl({
      scopes,
      redirectUri,
      state,
      codeChallenge: proof.challenge,
      codeChallengeMethod: 'S256',
      responseMode: 'query',
      prompt: 'select_account',
    });
    // MSAL wants its addresses to be https; the cloud's own may be http on loopback, and may have a path.
    await openLink(`${environment.loginBase}/${app.homeTenantId}/oauth2/v2.0/authorize${new URL(link).search}`);
    const answer = await place.answer;
    if (answer.kind === 'ended') return { ok: false, why: 'cancelled' };
    if (answer.kind === 'refused')
      return answer.error === 'access_denied' ? { ok: false, why: 'cancelled' } : failed(refusal(answer, now()));
    try {
      const got = await client.acquireTokenByCode({ code: answer.code, scopes, redirectUri, codeVerifier: proof.verifier });
      const token = { accessToken: got.accessToken, user: got.account?.username || null };
      const other = otherTenant(token.accessToken, app.homeTenantId, now());
      return other ? failed(other) : { ok: true, token };
    } catch (error) {
      const internal = { code: 'internal' as const, at: now(), detail: error instanceof Error ? error.name : 'unknown' };
      const problem = entraProblemOf(error) ?? internal;
      return failed(withoutSecrets(problem, [answer.code, proof.verifier]));
    }
  }

  #heldOf(connection: PartnerConnection): Map<Surface, AnalystToken> {
    const held = this.#held.get(connection) ?? new Map<Surface, AnalystToken>();
    this.#held.set(connection, held);
    return held;
  }
}

/** A readable token of another tenant than the partner's own is not kept. */
function otherTenant(accessToken: string, homeTenantId: string, at: number): Problem | null {
  const decoded = decodeToken(accessToken);
  const tid = decoded.ok ? decoded.token.claims['tid'] : undefined;
  if (typeof tid !== 'string' || tid.toLowerCase() === homeTenantId) return null;
  return { code: 'wrongTenantToken', at, detail: `The token is of tenant ${tid}, asked for was ${homeTenantId}.` };
}

/** The page's refusal, read like one of the token endpoint: it has the same words and numbers. */
function refusal({ error, description }: { error: string; description: string }, at: number): Problem {
  const body = JSON.stringify({ error: error.slice(0, 200), error_description: description.slice(0, 2000) });
  return entraProblem({ status: 400, headers: new Headers(), bytes: Buffer.from(body) }, at);
}
