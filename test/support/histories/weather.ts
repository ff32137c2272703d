import type { FaultRule, SandboxControl } from '../../../sandbox/index';
import type { Dice } from './dice';

type Bad = Omit<FaultRule, 'match' | 'tenantId'> & { name: string };

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
    name: 'role withdrawn',
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

/** Bad weather for some tenants. It ends with `clearFaults`. */
export function makeWeather(dice: Dice, control: SandboxControl, tenantIds: readonly string[]): Weather {
  const weather: Weather = { said: [], cutOff: new Set(), silent: false };
  const hit = new Set(Array.from({ length: dice.int(1, 3) }, () => dice.pick(tenantIds)));
  for (const tenantId of hit) {
    const { name, ...rule } = dice.pick(KINDS);
    const lasting = dice.chance(30);
    const skip = dice.pick([0, 0, 1, 2]);
    control.fault({ match: 'incidents', tenantId, ...rule, skip, ...(lasting ? {} : { times: dice.int(1, 2) }) });
    weather.said.push(`${name} for ${tenantId.slice(0, 4)} ${lasting ? 'lasting' : 'passing'} after ${skip}`);
    if (lasting && skip === 0) weather.cutOff.add(tenantId);
    weather.silent ||= rule.hang === true || rule.stall !== undefined;
  }
  return weather;
}
