import type Database from 'better-sqlite3-multiple-ciphers';
import { incidentValues, resolvedAtFirst, WRITTEN_COLUMNS } from '../../../main/store/incident-row';
import { PageCounts } from '../../../main/store/page-counts';
import { packBody } from '../../../main/store/packed-body';
import type { PageContent } from '../../../main/store/page-reader';
import { RowKeys } from '../../../main/store/row-keys';
import { SearchIndex, type Waiting } from '../../../main/store/search/search-index';
import { incident } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';

const DAY_MS = 86_400_000;
/** Incidents a transaction stores. */
const ROWS = 1_000;
const WORDS = ['Phishing', 'Ransomware', 'Impossible travel', 'Inbox rule', 'Beacon', 'Credential theft', 'Mass download', 'Web shell'];
const SERVICES = [
  'microsoftDefenderForEndpoint',
  'microsoftDefenderForOffice365',
  'azureAdIdentityProtection',
  'microsoftDefenderForCloudApps',
];
/** Of those that are resolved, in turn; of all others nothing, as both surfaces say it. */
const VERDICTS = [
  ['truePositive', 'malware'],
  ['TruePositive', 'Phishing'],
  ['truePositive', 'compromisedAccount'],
  ['informationalExpectedActivity', 'securityTesting'],
  ['falsePositive', 'notMalicious'],
  ['FalsePositive', 'Clean'],
  ['falsePositive', 'notEnoughDataToValidate'],
] as const;
const NO_VERDICTS = [
  ['Unknown', 'NotAvailable'],
  [null, null],
] as const;
const CATEGORIES = ['Malware', 'InitialAccess', 'Persistence', 'Exfiltration', 'Discovery', 'LateralMovement', 'Execution'];

export const millionTenants = (count: number) =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);

/**
 * Puts so many incidents straight into the tables of a store, with their full text and one entity each that no other has, besides common ones. Tenants are there already, keys
 * from 1 on. Not how the app does it, but what it leaves: triggers and indexes are the store's own.
 */
export async function fill(database: Database, { rows, tenants, now }: { rows: number; tenants: number; now: number }): Promise<void> {
  const pick = seededPick(1);
  const pageOf = database.prepare("insert into raw_page (tenant_key, surface, read_at, body, encoding) values (?, 'xdr', ?, ?, ?)");
  const insert = database.prepare(
    `insert into incident (${WRITTEN_COLUMNS.join(', ')}, resolved_at) values (${WRITTEN_COLUMNS.map(() => '?').join(', ')}, ?)`,
  );
  const body = await packBody({ bytes: Buffer.from('{"value":[]}') });
  const index = new SearchIndex(database, new RowKeys(database));
  const counts = new PageCounts(database);
  const store = database.transaction((first: number): Waiting[] => {
    const tenant = (Math.floor(first / ROWS) % tenants) + 1;
    const page = Number(pageOf.run(tenant, now, body.bytes, body.encoding).lastInsertRowid);
    const waiting = Array.from({ length: Math.min(ROWS, rows - first) }, (_, at) => {
      const number = first + at;
      const updatedAt = now - Math.floor(pick(SPANS) * (0.1 + (number % 997) / 997));
      const columns = incident(String(number), {
        name: `${pick(WORDS)} on host-${number % 50_000}`,
        severity: pick(['High', 'Medium', 'Medium', 'Low', 'Low', 'Low', 'Informational']),
        status: pick(['Active', 'Active', 'InProgress', 'Resolved', 'Resolved', 'Resolved', 'Resolved']),
        assignedTo: pick([null, null, null, `analyst${number % 9}@partner.example`]),
        alertCount: pick([1, 1, 1, 2, 2, 3, 5, 12]),
        createdAt: updatedAt - pick([0, 60_000, DAY_MS]),
        updatedAt,
        rawIndex: at,
      });
      const values = incidentValues({ ...columns, ...verdictOf(number, columns.status) }, { tenant, page, round: 1 });
      const id = Number(insert.run(...values, resolvedAtFirst(columns)).lastInsertRowid);
      const { incidentId: incident_id, name, assignedTo: assigned_to, createdAt: created_at } = columns;
      return {
        id,
        tenant_key: tenant,
        raw_page_key: page,
        raw_index: at,
        incident_id,
        name,
        assigned_to,
        created_at,
        updated_at: updatedAt,
      };
    });
    const [newest, oldest] = [waiting.at(-1), waiting[0]];
    if (newest && oldest) counts.add(oldest.id, newest.id);
    return waiting;
  });
  for (let first = 0; first < rows; first += ROWS) index.take(store(first), (at) => contentOf(first + at));
  database
    .prepare(
      `update tenant set incident_count = (select count(*) from incident where tenant_key = tenant.id), last_attempt_at = ?,
        last_complete_at = ? - id * 7919 % 600000`,
    )
    .run(now, now);
  database.prepare('delete from search_pending').run();
}

function verdictOf(number: number, status: string) {
  const some = status === 'Resolved' ? VERDICTS : NO_VERDICTS;
  const [classification = null, determination = null] = some[number % some.length] ?? [];
  return { classification, determination };
}

const SPANS = [DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS];

function contentOf(number: number): PageContent {
  return {
    alertTitles: [],
    observables: [
      { kind: 'host', value: `host-${number}.contoso.example` },
      { kind: 'user', value: `user${number % 300_000}@contoso.example` },
      { kind: 'ip', value: `203.0.113.${number % 200}` },
    ],
    detectors: [`rule ${number % 400}`],
    everydayHashes: [],
    facets: [
      { kind: 'service', value: SERVICES[number % 4] ?? '' },
      { kind: 'category', value: CATEGORIES[number % 7] ?? '' },
      { kind: 'technique', value: `T${1_000 + (number % 190)}` },
    ],
  };
}

/** Hosts: as many as rows; users: at most 300,000. */
export const entitiesOf = (rows: number) => rows + Math.min(rows, 300_000) + 200;
