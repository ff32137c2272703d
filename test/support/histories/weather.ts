import type { FaultRule, SandboxControl } from '../../../sandbox/index';
import type { Dice } from './dice';

type Bad = Omit<FaultRule, 'match' | 'tenantId'> & {
  name: string /** The surface is none for this tenant: the other one is read over. */;
  rulesOut?: true;
};

const quota = (message: string): { status: number; body: unknown } => ({ status: 429, body: { error: { code: '429', message } } });

/** What may happen to a request. Each hits once or more, or, `lasting`, all of the tenant's until the weather is over. */
const KINDS: readonly Bad[] = [
  { name: '429 with Retry-After', ...quota('API calls quota exceeded!'), headers: { 'retry-after': '7' } },
  { name: '429 that says when in its text', ...quota('Quota exceeded. You can send requests again in 8 seconds.') },
  { name: '429 that does not say when', ...quota('Too many requests') },
  { name: '429 for ten minutes', ...quota('API calls quota exceeded!'), headers: { 'retry-after': '600' } },
  { name: '500', status: 500, body: { error: { code: 'InternalServerError', message: '' } } },
  { name: '503 as a web page', status: 503, body: '<html>Service Unavailable</html>', contentType: 'text/html' },
  { name: 'reset', reset: true },
  { name: 'cut in the middle', truncate: 700 },
  { name: 'silence', hang: true },
  { name: 'stalled body', stall: 900 },
  { name: 'truncated JSON', status: 200, body: '{"value":[{"incidentId":1,' },
  { name: 'expired token', status: 401, body: { error: { code: 'Unauthorized', message: 'The access token has expired.' } } },
  {
    name: 'licence withdrawn',
    rulesOut: true,
    status: 401,
    body: { error: { code: 'Unauthorized', message: 'Unauthorized request - reason of failure: Account mode is inactive' } },
  },
  {
    name: 'role withdrawn',
    rulesOut: true,
    status: 403,
    body: {
      error: { code: 'Forbidden', message: 'Missing application roles. API required roles: Incident.Read.All, application roles: .' },
    },
  },
];

export interface Weather {
  /** For the account of a history. */
  said: string[];
  /** Tenants of which no request succeeds. */
  cutOff: Set<string>;
  /** Something never answers: time limits have to be short. */
  silent: boolean;
}

/** Over which surfaces a tenant lets itself be read. */
export type SurfacesOf = (tenantId: string) => readonly ('xdr' | 'graph')[];

/** Bad weather for some tenants, on one of their surfaces or on both. It ends with `clearFaults`. */
export function makeWeather(dice: Dice, control: SandboxControl, tenantIds: readonly string[], surfacesOf: SurfacesOf): Weather {
  const weather: Weather = { said: [], cutOff: new Set(), silent: false };
  const hit = new Set(Array.from({ length: dice.int(1, 3) }, () => dice.pick(tenantIds)));
  for (const tenantId of hit) {
    const surfaces = surfacesOf(tenantId);
    const [first] = surfaces;
    // What rules the preferred surface out is wanted more often where there is another: it is what makes a read fall over.
    const kinds = surfaces.length > 1 && dice.chance(50) ? KINDS.filter(({ rulesOut }) => rulesOut) : KINDS;
    const blown = blow(dice.pick(kinds), first === 'graph' ? 'graph' : 'incidents', tenantId);
    const other = surfaces.length > 1 && dice.chance(30) ? blow(dice.pick(KINDS), 'graph', tenantId) : null;
    if (blown.shut && (surfaces.length === 1 || !blown.rulesOut || other?.shut)) weather.cutOff.add(tenantId);
  }
  return weather;

  function blow({ name, rulesOut, ...rule }: Bad, match: 'incidents' | 'graph', tenantId: string) {
    const lasting = dice.chance(30);
    const skip = dice.pick([0, 0, 1, 2]);
    control.fault({ match, tenantId, ...rule, skip, ...(lasting ? {} : { times: dice.int(1, 2) }) });
    weather.said.push(`${name} for ${tenantId.slice(0, 4)} at ${match} ${lasting ? 'lasting' : 'passing'} after ${skip}`);
    weather.silent ||= rule.hang === true || rule.stall !== undefined;
    return { rulesOut, shut: lasting && skip === 0 };
  }
}
