import { app, type AuthInfo } from 'electron';
import { z } from 'zod';
import type { TypedProxySignIn } from '../../contract/channels';
import type { ProxyUse } from '../../contract/proxy';
import type { ProxyCredentials, ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { SecretLost } from '../identity/take-secret';
import type { PromptDoor } from '../ipc/secret-prompt-door';
import type { ProxyPurpose } from '../window/secret-window';
import type { ProfileDefinition } from './profiles';

const typed: z.ZodType<TypedProxySignIn> = z.object({ username: z.string().max(512), password: z.string().max(4096), keep: z.boolean() });
/** Challenges remembered of requests that were answered. */
const REMEMBERED = 1_000;

/** What the window about a proxy says. */
export function proxyPurpose({ proxy, realm, state }: ProxyUse, keychain: boolean): ProxyPurpose {
  return { kind: 'proxy', proxy, realm: realm.slice(0, 200), refused: state === 'refused', keychain };
}

/** Takes what is typed into that window. */
export function proxyDoor(proxies: ProxySignIn, proxy: string, lost: SecretLost): PromptDoor<TypedProxySignIn> {
  return {
    page: 'proxy-prompt',
    parse: (sent) => typed.safeParse(sent).data ?? null,
    take: async ({ username, password, keep }) => {
      if (username.trim() === '') return 'empty';
      try {
        await proxies.signIn(proxy, { username: username.trim(), password }, { keep });
      } catch (error) {
        // It holds for this session; the settings say that it is not kept.
        lost('the keychain did not take the sign-in at a proxy', error);
      }
      return null;
    },
  };
}

/**
 * Answers proxies that ask the process that reads incidents. Only its requests to the profile's own services are answered: whatever else Chromium may
 * ask for by itself goes without.
 */
export function answerProxies(profile: () => { definition: ProfileDefinition; proxies: ProxySignIn } | null): void {
  /** What each request was answered with: Chromium asks again where that was refused. */
  const answered = new Map<string, ProxyCredentials>();
  const credentialsFor = async (proxies: ProxySignIn, url: string, info: AuthInfo): Promise<ProxyCredentials | null> => {
    const request = `${url} ${info.host}:${info.port}`;
    const credentials = await proxies.answer(info, answered.get(request) ?? null);
    if (answered.size >= REMEMBERED) answered.clear();
    if (credentials) answered.set(request, credentials);
    else answered.delete(request);
    return credentials;
  };
  const respond = async (
    asked: Promise<ProxyCredentials | null>,
    answer: (username?: string, password?: string) => void,
  ): Promise<void> => {
    const credentials = await asked;
    if (credentials) answer(credentials.username, credentials.password);
    else answer();
  };
  app.on('login', (event, _contents, { url }, info, answer) => {
    const open = profile();
    if (!info.isProxy || !open || !isOfProfile(url, open.definition)) return;
    event.preventDefault();
    void respond(credentialsFor(open.proxies, url, info), answer);
  });
}

function isOfProfile(url: string, { clouds }: ProfileDefinition): boolean {
  const origin = URL.canParse(url) ? new URL(url).origin : null;
  return clouds.some(({ apiBase, graphBase }) => [apiBase, graphBase].some((base) => new URL(base).origin === origin));
}
