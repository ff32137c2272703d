import type { Problem, ProblemCode } from '../../contract/problem';
import type { GraphAnswer, GraphBody } from './graph-request';
import { exactItems, withMore } from './json-text';
import { asList, isRecord } from './lenient';
import { isTooMuch, lighterPage } from './page-size';
import type { IncidentColumns } from '../store/store-port';

/** An alert can be older than its incident: activity is correlated after the fact. Defender looks back 30 days. */
const OLDER_MS = 30 * 24 * 60 * 60_000;
/** An incident's last update is written a moment before or after that of its alerts. */
const LATER_MS = 60 * 60_000;
/** No service has alerts of other years; a date knows not many more than a filter. */
const FIRST_MS = Date.UTC(1970, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);
/** Put beside alerts that were looked for by time: there may be older ones. */
export const ALERTS_BY_TIME = 'alerts@tenantry.byTime';

/** Asks for an address; `one`: of a single incident. */
export type GraphAsk = (url: string, one?: boolean) => Promise<GraphAnswer>;

/** The second step for one page of incidents, as far as it has come: a refusal in the middle does not make it start again. */
export interface AlertSearch {
  page: GraphBody;
  /** Its incidents: of the alerts of a month most are of others. */
  incidentIds: ReadonlySet<string>;
  /** Pages of alerts to ask for, in this order. */
  ahead: string[];
  /** Alerts by their own id, with every digit they came with. */
  found: Map<string, { incidentId: string; alert: unknown }>;
  /** Incidents to be asked for one by one, for nothing was found of them; null: not known yet. */
  alone: string[] | null;
  /** Incidents whose alerts came with them. */
  whole: Set<string>;
}

/**
 * Begins the search for the alerts of a page of incidents. Graph filters alerts by time, not by incident, so all alerts of the page's span are
 * asked for and joined by `incidentId`: those made from 30 days before the oldest incident on, and older ones that changed since it was made.
 */
export function beginAlertSearch(graphBase: string, page: GraphBody, rows: readonly IncidentColumns[]): AlertSearch {
  const created = rows.flatMap(({ createdAt }) => createdAt ?? []);
  const updated = rows.flatMap(({ updatedAt, createdAt }) => updatedAt ?? createdAt ?? []);
  const address = (...bounds: string[]): string => {
    const filter = bounds.length === 0 ? '' : `$filter=${bounds.join(' and ').replaceAll(' ', '+')}&`;
    return `${graphBase}/v1.0/security/alerts_v2?${filter}$top=100`;
  };
  const at = (ms: number): string => new Date(Math.max(FIRST_MS, Math.min(LAST_MS, ms))).toISOString();
  const oldest = Math.min(...created);
  const end = Math.max(...updated) + LATER_MS;
  // An incident without a time may have alerts of any time.
  const timed = created.length === rows.length && updated.length === rows.length;
  const spans = timed
    ? [
        address(`createdDateTime ge ${at(oldest - OLDER_MS)}`, `createdDateTime le ${at(end)}`),
        address(`createdDateTime lt ${at(oldest - OLDER_MS)}`, `lastUpdateDateTime ge ${at(oldest)}`),
      ]
    : [address()];
  const incidentIds = new Set(page.items.map((incident) => (isRecord(incident) ? scalar(incident['id']) : '')).filter((id) => id !== ''));
  return { page, incidentIds, ahead: rows.length === 0 ? [] : spans, found: new Map(), alone: null, whole: new Set() };
}

/** Address of a single incident with its alerts: nothing has to be looked for by time. */
export function incidentAddress(graphBase: string, incidentId: string): string {
  return `${graphBase}/v1.0/security/incidents/${encodeURIComponent(incidentId)}?$expand=alerts`;
}

/** Goes on with a search until its last page. Out: null when done, or what stopped it; it can be gone on with afterwards. */
export async function searchAlerts(search: AlertSearch, graphBase: string, ask: GraphAsk, signal: AbortSignal): Promise<Problem | null> {
  for (let [url] = search.ahead; url !== undefined && !signal.aborted; [url] = search.ahead) {
    const answer = await ask(url);
    if (!answer.ok) {
      if (isTooMuch(answer)) search.ahead[0] = withFewerAlerts(url);
      if (answer.tooLarge && search.ahead[0] !== url) continue;
      return answer.problem;
    }
    for (const alert of exactItems(answer.body.text)) keep(search, alert);
    search.ahead.splice(0, 1, ...(answer.body.next === null ? [] : [answer.body.next]));
  }
  search.alone ??= withoutAlerts(search);
  for (let [id] = search.alone; id !== undefined && !signal.aborted; [id] = search.alone) {
    const answer = await ask(incidentAddress(graphBase, id), true);
    if (!answer.ok && !GIVES_UP.has(answer.problem.code)) return answer.problem;
    if (answer.ok) {
      for (const alert of alertsIn(answer.body.text)) keep(search, alert, id);
      search.whole.add(id);
    }
    search.alone.shift();
  }
  return null;
}

/** The address with a quarter of its rows; a link of the service asks for what it asks for. */
function withFewerAlerts(url: string): string {
  return url.replace(/(?<=[?&]\$top=)\d+$/, (top) => `${lighterPage(Number(top), 1)}`);
}

/** The page with the alerts found in it, in the form `$expand=alerts` gives. */
export function joined({ page, found, whole }: AlertSearch): string {
  const byIncident = new Map<string, unknown[]>();
  for (const { incidentId, alert } of found.values()) byIncident.set(incidentId, [...(byIncident.get(incidentId) ?? []), alert]);
  return withMore(page.text, (incident) => {
    const id = scalar(incident['id']);
    return { alerts: byIncident.get(id) ?? [], ...(whole.has(id) ? {} : { [ALERTS_BY_TIME]: true }) };
  });
}

/** One incident that cannot be given with its alerts must not keep the page from being read: it bears the mark. */
const GIVES_UP: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['serviceError', 'timeout', 'refused', 'unreadable']);

function keep({ incidentIds, found }: AlertSearch, alert: unknown, of?: string): void {
  if (!isRecord(alert)) return;
  const incidentId = of ?? scalar(alert['incidentId']);
  const id = scalar(alert['id']);
  if (incidentIds.has(incidentId)) found.set(id === '' ? `${found.size}` : id, { incidentId, alert });
}

function withoutAlerts({ incidentIds, found }: AlertSearch): string[] {
  const having = new Set([...found.values()].map(({ incidentId }) => incidentId));
  return [...incidentIds].filter((id) => !having.has(id));
}

function alertsIn(body: string): unknown[] {
  const [incident] = exactItems(body);
  return isRecord(incident) ? asList(incident['alerts']) : [];
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? value.trim() : value === null || value === undefined ? '' : String(value as number);
}
