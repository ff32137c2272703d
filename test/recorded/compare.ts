import { isDeepStrictEqual } from 'node:util';
import { LosslessNumber } from 'lossless-json';
import type { IncidentProvider } from '../../main/incidents/provider';
import type { StoredIncident, StorePort } from '../../main/store/store-port';
import { Shown, leavesOf } from './leaves';
import { isObject, readLossless } from './json';
import type { RecordedFile } from './recorded-file';

export interface Counts {
  incidents: number;
  alerts: number;
  devices: number;
  entities: number;
  unknownKinds: number;
  lost: number;
}

export interface Comparison extends Counts {
  /** Items with an id that came again on the same page: the store keeps the newest of them. */
  duplicates: number;
  /** What exactly was lost. */
  losses: string[];
}

export const NOTHING: Counts = { incidents: 0, alerts: 0, devices: 0, entities: 0, unknownKinds: 0, lost: 0 };

const QUERY = { sort: 'updatedAt', descending: true, limit: 200 } as const;
const list = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value.filter((item) => item !== null) : [value];

/** Compares what the app shows of a tenant with the file it came from. */
export async function compare(
  file: RecordedFile,
  items: readonly unknown[],
  store: StorePort,
  provider: IncidentProvider,
): Promise<Comparison> {
  const rows = await allRows(store, file.tenantId);
  const seen: Comparison = { ...NOTHING, duplicates: 0, losses: [] };
  const found = new Map(rows.map((row) => [row.rawIndex, row]));
  for (const [index, item] of items.entries()) {
    const row = found.get(index);
    if (row) await compareIncident(item, row, seen, store, provider);
    else if (isDuplicate(item, items)) seen.duplicates += 1;
    else seen.losses.push(`incident ${index}: not stored`);
  }
  if (rows.length + seen.duplicates < items.length) seen.losses.push(`${rows.length} incidents listed of ${items.length} in the file`);
  seen.incidents = rows.length;
  seen.lost = seen.losses.length;
  return seen;
}

async function allRows(store: StorePort, tenantId: string): Promise<StoredIncident[]> {
  const rows: StoredIncident[] = [];
  for (;;) {
    const page = await store.queryIncidents({ ...QUERY, tenantId, offset: rows.length });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

async function compareIncident(
  item: unknown,
  row: StoredIncident,
  seen: Comparison,
  store: StorePort,
  provider: IncidentProvider,
): Promise<void> {
  const at = `incident ${row.incidentId}`;
  const stored = await store.readIncident({ tenantId: row.tenantId, incidentId: row.incidentId });
  if (!stored) {
    seen.losses.push(`${at}: listed, but not readable`);
    return;
  }
  const raw = readLossless(provider.rawAt(stored.rawBody, stored.row.rawIndex));
  if (!isDeepStrictEqual(raw, item)) seen.losses.push(`${at}: the stored JSON differs from the file`);

  const content = provider.contentAt(stored.rawBody, stored.row.rawIndex);
  const alerts = isObject(item) ? list(item['alerts']) : [];
  if (content.alerts.length !== alerts.length || row.alertCount !== alerts.length)
    seen.losses.push(`${at}: ${content.alerts.length} of ${alerts.length} alerts`);
  lookFor(
    at,
    isObject(item) ? { ...item, alerts: null } : item,
    new Shown(columnsOf(row), { ...content, alerts: null, devices: null, entities: null }),
    seen,
  );
  for (const [index, alert] of alerts.entries()) {
    const shown = content.alerts[index];
    const inAlert = `${at}, alert ${index}`;
    const { devices, entities } = evidenceOf(alert);
    if (shown?.devices.length !== devices.length) seen.losses.push(`${inAlert}: devices missing`);
    if (shown?.entities.length !== entities.length) seen.losses.push(`${inAlert}: entities missing`);
    lookFor(inAlert, isObject(alert) ? { ...alert, devices: null, entities: null, evidence: null } : alert, new Shown(shown), seen);
    for (const [place, device] of devices.entries()) lookFor(`${inAlert}, device ${place}`, device, new Shown(shown?.devices[place]), seen);
    for (const [place, entity] of entities.entries())
      lookFor(`${inAlert}, entity ${place}`, entity, new Shown(shown?.entities[place]), seen);
    seen.alerts += 1;
    seen.devices += devices.length;
    seen.entities += entities.length;
    seen.unknownKinds += shown?.entities.filter((entity) => !entity.known).length ?? 0;
  }
}

/** Devices and entities of an alert. Graph has both in one list. */
function evidenceOf(alert: unknown): { devices: unknown[]; entities: unknown[] } {
  if (!isObject(alert)) return { devices: [], entities: [] };
  const evidence = list(alert['evidence']);
  const isDevice = (item: unknown): boolean => isObject(item) && /\.device(?:Evidence)?$/i.test(String(item['@odata.type']));
  return {
    devices: [...list(alert['devices']), ...evidence.filter(isDevice)],
    entities: [...list(alert['entities']), ...evidence.filter((item) => !isDevice(item))],
  };
}

/** What the list shows of an incident; our own notes about it could be mistaken for values of the file. */
function columnsOf({
  rawIndex: _place,
  readAt: _read,
  surface: _surface,
  tenantId: _tenant,
  tenantName: _name,
  unlistedAt: _unlisted,
  ...columns
}: StoredIncident): object {
  return columns;
}

function lookFor(at: string, value: unknown, shown: Shown, seen: Comparison): void {
  for (const leaf of leavesOf(value)) {
    if (!shown.has(leaf.text)) seen.losses.push(`${at}: ${leaf.path} is not shown`);
  }
}

function isDuplicate(item: unknown, items: readonly unknown[]): boolean {
  return items.filter((other) => isDeepStrictEqual(identityOf(other), identityOf(item))).length > 1;
}

/** The id as text, for 5 and "5" name the same incident; without one the item itself. */
function identityOf(item: unknown): unknown {
  const id = isObject(item) ? (item['incidentId'] ?? item['id']) : null;
  if (id instanceof LosslessNumber) return id.value;
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : item;
}
