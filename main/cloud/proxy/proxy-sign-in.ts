import { z } from 'zod';
import type { ProxyAddress, ProxyUse } from '../../../contract/proxy';
import { proxyOf } from '../lanes/route';

export const proxyCredentials = z.object({ username: z.string().min(1), password: z.string() });
export type ProxyCredentials = z.infer<typeof proxyCredentials>;

/** What a proxy said when it asked: Chromium's `AuthInfo`, as far as it is used. */
export interface ProxyChallenge {
  host: string;
  port: number;
  realm: string;
  /** `basic`, `digest`, `ntlm` or `negotiate`. */
  scheme: string;
}

/** How Tenantry stands at a proxy, for the lane that speaks to it itself. */
export interface ProxyStanding {
  /** It wants a sign-in, and there is none that works. */
  wanted: boolean;
  /** The `Proxy-Authorization` header; null where there is none, or where only Chromium can sign in there. */
  authorization: string | null;
}

/** Where sign-ins are kept: the keychain, or memory where there is none. */
export interface ProxyVault {
  readonly storage: { mode: 'keychain' | 'session' };
  get(account: string): Promise<Uint8Array | null>;
  set(account: string, secret: Uint8Array): Promise<void>;
  delete(account: string): Promise<boolean>;
}

export interface ProxySignInParts {
  vault: ProxyVault;
  /** A proxy wants what is not known, or refused what was. Told once for each. */
  onWanted(use: ProxyUse): void;
  /** Somebody signed in: what failed for want of it may work now. */
  onSignedIn(): void;
  onChange(): void;
  onFailure(what: string, error: unknown): void;
}

interface Known {
  realm: string;
  scheme: string;
  credentials: ProxyCredentials | null;
  state: ProxyUse['state'];
  kept: ProxyUse['kept'];
}

const accountOf = (proxy: ProxyAddress): string => `proxy ${proxy}`;

/**
 * Sign-ins at proxies. A request whose proxy wants one that is not known fails at once and says so, while the person is asked: none hangs until
 * somebody has typed. One that was refused is forgotten, and the person asked again.
 */
export class ProxySignIn {
  readonly #proxies = new Map<ProxyAddress, Promise<Known>>();
  readonly #list = new Map<ProxyAddress, Known>();

  constructor(private readonly parts: ProxySignInParts) {}

  /** Proxies that asked since Tenantry was started. */
  list(): ProxyUse[] {
    return [...this.#list].map(([proxy, known]) => described(proxy, known));
  }

  /**
   * Answers a proxy that asks. Null: there is nothing to sign in with.
   * @param refused what this very request was answered with before
   */
  async answer({ host, port, realm, scheme }: ProxyChallenge, refused: ProxyCredentials | null): Promise<ProxyCredentials | null> {
    const proxy = `${host}:${port}`;
    const known = await this.#known(proxy);
    Object.assign(known, { realm, scheme: scheme.toLowerCase() });
    const isNews = !this.#list.has(proxy);
    this.#list.set(proxy, known);
    const { credentials } = known;
    if (credentials && !(refused && same(credentials, refused))) {
      if (isNews) this.parts.onChange();
      return credentials;
    }
    if (credentials) {
      Object.assign(known, { credentials: null, state: 'refused', kept: undefined } satisfies Partial<Known>);
      await this.#guarded('a sign-in that a proxy refused was not taken out of the keychain', this.parts.vault.delete(accountOf(proxy)));
    }
    if (isNews || credentials) {
      this.parts.onChange();
      this.parts.onWanted(described(proxy, known));
    }
    return null;
  }

  /** How Tenantry stands at the proxy that Chromium's resolver names (the words of a PAC script). */
  async standing(resolved: string): Promise<ProxyStanding> {
    const proxy = proxyOf(resolved);
    const known = proxy === null ? undefined : await (this.#proxies.get(proxy) ?? this.#known(proxy));
    if (!known || !this.#list.has(proxy ?? '')) return { wanted: false, authorization: null };
    const { credentials, scheme } = known;
    const basic = credentials && scheme === 'basic';
    return { wanted: credentials === null, authorization: basic ? `Basic ${encoded(credentials)}` : null };
  }

  /** Takes what somebody typed. Throws where the keychain does not take it; it then holds for this session. */
  async signIn(proxy: ProxyAddress, credentials: ProxyCredentials, { keep }: { keep: boolean }): Promise<void> {
    const known = await this.#known(proxy);
    this.#list.set(proxy, known);
    Object.assign(known, { credentials, state: 'signedIn', kept: 'session' } satisfies Partial<Known>);
    try {
      if (keep) {
        await this.parts.vault.set(accountOf(proxy), Buffer.from(JSON.stringify(credentials), 'utf8'));
        known.kept = this.parts.vault.storage.mode;
      }
    } finally {
      this.parts.onChange();
      this.parts.onSignedIn();
    }
  }

  /** False: no such proxy has asked. Throws where the keychain does not let it go. */
  async forget(proxy: ProxyAddress): Promise<boolean> {
    const known = this.#list.get(proxy);
    if (!known) return false;
    await this.parts.vault.delete(accountOf(proxy));
    Object.assign(known, { credentials: null, state: 'wanted', kept: undefined } satisfies Partial<Known>);
    this.parts.onChange();
    return true;
  }

  #known(proxy: ProxyAddress): Promise<Known> {
    const known = this.#proxies.get(proxy) ?? this.#load(proxy);
    this.#proxies.set(proxy, known);
    return known;
  }

  async #load(proxy: ProxyAddress): Promise<Known> {
    const reading = this.parts.vault.get(accountOf(proxy));
    const bytes = await this.#guarded('the sign-in at a proxy was not read from the keychain', reading);
    const credentials = bytes ? credentialsIn(Buffer.from(bytes).toString('utf8')) : null;
    const kept = credentials ? this.parts.vault.storage.mode : undefined;
    return { realm: '', scheme: '', credentials, kept, state: credentials ? 'signedIn' : 'wanted' };
  }

  async #guarded<T>(failure: string, work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.parts.onFailure(failure, error);
      return null;
    }
  }
}

function described(proxy: ProxyAddress, { realm, state, kept }: Known): ProxyUse {
  return { proxy, realm, state, ...(kept ? { kept } : {}) };
}

/** Basic authentication (RFC 7617), in UTF-8. */
function encoded({ username, password }: ProxyCredentials): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

function same(one: ProxyCredentials, other: ProxyCredentials): boolean {
  return one.username === other.username && one.password === other.password;
}

function credentialsIn(text: string): ProxyCredentials | null {
  try {
    return proxyCredentials.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
