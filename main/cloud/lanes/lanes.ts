import type { FetchPort } from '../fetch-port';
import { dead, FastLane } from './fast-lane';
import { type Route, routeOf } from './route';

export interface LanesParts {
  /** Chromium's own network: system proxies of every kind, the system's certificate store. */
  system: FetchPort;
  /** Chromium's answer to how a URL is to be reached, in the words of a PAC script. */
  resolveProxy(url: string): Promise<string>;
  now(): number;
}

/** A way to a host is asked for anew after this time: networks change. */
const ROUTE_MS = 60_000;
/** How long the fast lane is left alone where it does not lead to a host. */
const CLOSED_MS = 10 * 60_000;

/** What is known of the way to one host. */
interface Way {
  resolved: string;
  route: Route;
  until: number;
  /** Chromium has had an answer from there, so its certificate is one this computer trusts. */
  trusted: boolean;
}

/**
 * The way out to the network, in two lanes. Chromium's knows every proxy and the system's certificates, but opens six connections to a host; the
 * fast lane opens more, where the way is plain. Chromium goes first: only a host whose certificate it has accepted is taken to the fast lane.
 * What does not get through there before anything was sent is asked of Chromium, whose word counts.
 */
export function createLanes({ system, resolveProxy, now }: LanesParts): FetchPort {
  const fast = new FastLane();
  const ways = new Map<string, Promise<Way>>();

  const resolve = async (origin: string, before: Way | null): Promise<Way> => {
    const resolved = await resolveProxy(origin).catch(() => '');
    const trusted = before?.resolved === resolved && before.trusted;
    return { resolved, route: routeOf(resolved), until: now() + ROUTE_MS, trusted };
  };
  const wayTo = async (origin: string): Promise<Way> => {
    const known = ways.get(origin);
    const way = await known;
    if (way && now() < way.until) return way;
    // Another request may have asked meanwhile.
    if (ways.get(origin) === known) ways.set(origin, resolve(origin, way ?? null));
    return wayTo(origin);
  };

  return async (url, init) => {
    const { origin, protocol } = new URL(url);
    const way = await wayTo(origin);
    if (way.route.kind !== 'system' && (way.trusted || protocol === 'http:')) {
      try {
        return await fast.fetch(url, init, way.route.kind === 'proxy' ? way.route.url : null);
      } catch (error) {
        const why = init.signal?.aborted ? null : dead(error);
        if (why === null) throw error;
        if (why === 'lane') Object.assign(way, { route: { kind: 'system' }, until: now() + CLOSED_MS } satisfies Partial<Way>);
      }
    }
    const answer = await system(url, init);
    way.trusted = true;
    return answer;
  };
}
