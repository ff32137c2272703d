import type { FetchAnswer, FetchPort } from '../fetch-port';
import { unlessAborted } from '../../utility/unless-aborted';
import { isTunnelFailure } from '../network-failure';
import type { ProxyStanding } from '../proxy/proxy-sign-in';
import { dead, FastLane } from './fast-lane';
import { proxyOf, type Route, routeOf } from './route';

export interface LanesParts {
  /** Chromium's own network: system proxies of every kind, the system's certificate store. */
  system: FetchPort;
  /** Chromium's answer to how a URL is to be reached, in the words of a PAC script. */
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. Absent: nobody is there to sign in. */
  proxyStanding?(resolved: string): Promise<ProxyStanding>;
  now(): number;
}

/** A way to a host is asked for anew after this time: networks change. */
const ROUTE_MS = 60_000;
/** How long the fast lane is left alone where it does not lead to a host. */
const CLOSED_MS = 10 * 60_000;

const UNASKED: ProxyStanding = { wanted: false, authorization: null };

/** What is known of the way to one host. */
interface Way {
  resolved: string;
  route: Route;
  until: number;
  /** Chromium has had an answer from there, so its certificate is one this computer trusts. */
  trusted: boolean;
  /** What signs in at the proxy on this way; null: nothing. */
  authorization: string | null;
  /** The fast lane was closed at a proxy; once somebody has signed in there, it is tried again. */
  wantsSignIn: boolean;
}

/**
 * The way out to the network, in two lanes. Chromium's knows every proxy and the system's certificates, but opens six connections to a host; the
 * fast lane opens more, where the way is plain. Chromium goes first: only a host whose certificate it has accepted is taken to the fast lane.
 * What does not get through there before anything was sent is asked of Chromium, whose word counts.
 */
export function createLanes({ system, resolveProxy, proxyStanding = async () => UNASKED, now }: LanesParts): FetchPort {
  const fast = new FastLane();
  const ways = new Map<string, Promise<Way>>();

  const authorizationOn = async (resolved: string): Promise<string | null> =>
    (await proxyStanding(resolved).catch(() => null))?.authorization ?? null;
  const resolve = async (origin: string, before: Way | null): Promise<Way> => {
    const resolved = await resolveProxy(origin).catch(() => '');
    const trusted = before?.resolved === resolved && before.trusted;
    const route = routeOf(resolved);
    const authorization = route.kind === 'proxy' ? await authorizationOn(resolved) : null;
    return { resolved, route, until: now() + ROUTE_MS, trusted, authorization, wantsSignIn: false };
  };
  const wayTo = async (origin: string): Promise<Way> => {
    const known = ways.get(origin);
    const way = await known;
    if (way && now() < way.until) return way;
    // Another request may have asked meanwhile.
    if (ways.get(origin) === known) ways.set(origin, resolve(origin, way ?? null));
    return wayTo(origin);
  };

  const close = (way: Way): void => {
    const wantsSignIn = way.route.kind === 'proxy';
    Object.assign(way, { route: { kind: 'system' }, until: now() + CLOSED_MS, wantsSignIn } satisfies Partial<Way>);
  };
  /** Where Chromium fails for want of a sign-in at the proxy, that is said: it says only that there is no tunnel. */
  const overSystem = async ({ resolved }: Way, url: string, init: RequestInit): Promise<FetchAnswer> => {
    try {
      return await system(url, init);
    } catch (error) {
      const standing = isTunnelFailure(error) && proxyOf(resolved) !== null ? unlessAborted(proxyStanding(resolved), init.signal) : null;
      const unsigned = (await standing)?.wanted;
      throw unsigned ? new Error('net::ERR_PROXY_AUTH_REQUESTED', { cause: error }) : error;
    }
  };

  return async (url, init) => {
    const { origin, protocol } = new URL(url);
    // A script of the network's, or a keychain that asks the person, may never answer; the request's clock and its cancel are heard all the same.
    const ended = () => new DOMException('The request ended before its way was known', 'AbortError');
    if (init.signal?.aborted) throw ended();
    const way = await unlessAborted(wayTo(origin), init.signal);
    if (!way) {
      // Who comes next asks anew.
      ways.delete(origin);
      throw ended();
    }
    if (way.route.kind !== 'system' && (way.trusted || protocol === 'http:')) {
      try {
        const proxy = way.route.kind === 'proxy' ? { url: way.route.url, authorization: way.authorization } : null;
        return await fast.fetch(url, init, proxy);
      } catch (error) {
        const why = init.signal?.aborted ? null : dead(error);
        if (why === null) throw error;
        if (why === 'lane') close(way);
      }
    }
    const answer = await overSystem(way, url, init);
    if (answer.status !== 407) way.trusted = true;
    if (way.wantsSignIn && (await unlessAborted(authorizationOn(way.resolved), init.signal)) !== way.authorization) way.until = 0;
    return answer;
  };
}
