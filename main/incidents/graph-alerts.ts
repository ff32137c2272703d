import type { Problem } from '../../contract/problem';
import type { GraphAnswer, GraphBody } from './graph-request';
import { exactItems, withListsJoined } from './json-text';
import { isRecord } from './lenient';
import type { IncidentColumns } from '../store/store-port';

/** An alert can be older than its incident: activity is correlated after the fact. Defender looks back 30 days. */
const OLDER_MS = 30 * 24 * 60 * 60_000;
/** An incident's last update is written a moment before or after that of its alerts. */
const LATER_MS = 60 * 60_000;

type Ask = (url: string) => Promise<GraphAnswer>;

/** The second step for one page of incidents, as far as it has come: a refusal in the middle does not make it start again. */
export interface AlertSearch {
  page: GraphBody;
  /** Next page of alerts to ask for; null: all are here. */
  next: string | null;
  /** Alerts by their own id, with every digit they came with. */
  found: Map<string, { incidentId: string; alert: unknown }>;
}

/**
 * Begins the search for the alerts of a page of incidents. Graph filters alerts by time, not by incident, so all alerts of the page's span are
 * asked for and joined by `incidentId`.
 */
export function beginAlertSearch(graphBase: string, page: GraphBody, rows: readonly IncidentColumns[]): AlertSearch {
  const created = rows.flatMap(({ createdAt }) => createdAt ?? []);
  const updated = rows.flatMap(({ updatedAt, createdAt }) => updatedAt ?? createdAt ?? []);
  const whole = created.length === rows.length && updated.length === rows.length;
  const bounds = whole
    ? [
        `createdDateTime ge ${new Date(Math.min(...created) - OLDER_MS).toISOString()}`,
        `createdDateTime le ${new Date(Math.max(...updated) + LATER_MS).toISOString()}`,
      ]
    : [];
  // An incident without a time may have alerts of any time.
  const filter = bounds.length === 0 ? '' : `$filter=${bounds.join(' and ').replaceAll(' ', '+')}&`;
  return { page, next: rows.length === 0 ? null : `${graphBase}/v1.0/security/alerts_v2?${filter}$top=100`, found: new Map() };
}

/** Goes on with a search until its last page. Out: null when done, or what stopped it; it can be gone on with afterwards. */
export async function searchAlerts(search: AlertSearch, ask: Ask, signal: AbortSignal): Promise<Problem | null> {
  while (search.next !== null && !signal.aborted) {
    const answer = await ask(search.next);
    if (!answer.ok) return answer.problem;
    for (const alert of exactItems(answer.body.text)) {
      if (!isRecord(alert)) continue;
      const incidentId = scalar(alert['incidentId']);
      const id = scalar(alert['id']);
      if (incidentId !== '') search.found.set(id === '' ? `${search.found.size}` : id, { incidentId, alert });
    }
    search.next = answer.body.next;
  }
  return null;
}

/** The page with the alerts found in it, in the form `$expand=alerts` gives. */
export function joined({ page, found }: AlertSearch): string {
  const byIncident = new Map<string, unknown[]>();
  for (const { incidentId, alert } of found.values()) byIncident.set(incidentId, [...(byIncident.get(incidentId) ?? []), alert]);
  return withListsJoined(page.text, 'alerts', (incident) => byIncident.get(scalar(incident['id'])) ?? []);
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? value.trim() : value === null || value === undefined ? '' : String(value as number);
}
