import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import type { IncidentColumns } from '../../../main/store/store-port';

export interface ModelRow extends IncidentColumns {
  tenantId: string;
  tenantName: string;
  /** Place of the tenant in the order tenants were added. */
  tenantOrder: number;
}

type Value = string | number | null;

const GRAVITY = ['informational', 'low', 'medium', 'high'];

const VALUE: Record<IncidentSort, (row: ModelRow) => Value> = {
  updatedAt: (row) => row.updatedAt,
  createdAt: (row) => row.createdAt,
  severity: (row) => GRAVITY.indexOf(row.severity.toLowerCase()),
  status: (row) => row.status.toLowerCase(),
  name: (row) => row.name.toLowerCase(),
  tenant: (row) => row.tenantName.toLowerCase(),
  alertCount: (row) => row.alertCount,
  assignedTo: (row) => row.assignedTo?.toLowerCase() ?? null,
};

/** What the store is to answer, by filtering and sorting a plain array. */
export function modelQuery(all: readonly ModelRow[], query: IncidentQuery) {
  const matching = all.filter((row) => isMatch(row, query));
  const value = VALUE[query.sort];
  const sorted = matching.sort(
    (a, b) =>
      compare(value(a), value(b), query.descending) ||
      compare(a.updatedAt, b.updatedAt, true) ||
      compare(a.tenantOrder, b.tenantOrder, false) ||
      compare(a.incidentId, b.incidentId, false),
  );
  const bySeverity: Record<string, number> = {};
  const ofAnySeverity = all.filter((row) => isMatch(row, { ...query, severities: [] }));
  for (const { severity } of ofAnySeverity) bySeverity[severity.toLowerCase()] = (bySeverity[severity.toLowerCase()] ?? 0) + 1;
  return { rows: sorted.slice(query.offset, query.offset + query.limit), total: matching.length, bySeverity };
}

function isMatch(row: ModelRow, { tenantId, text, severities, statuses }: IncidentQuery): boolean {
  const among = (value: string, list: string[] | undefined) =>
    !list?.length || list.some((one) => one.toLowerCase() === value.toLowerCase());
  const texts = [row.name, row.incidentId, row.assignedTo ?? ''];
  return (
    (tenantId === null || row.tenantId === tenantId) &&
    among(row.severity, severities) &&
    among(row.status, statuses) &&
    (!text?.trim() || hasWords(texts, text))
  );
}

/** Every word is there, in pieces parted by anything but letters and digits; the last piece of a word may go on. */
function hasWords(texts: readonly string[], text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .map(pieces)
    .filter((word) => word.length > 0);
  const all = texts.flatMap((one) => pieces(one.toLowerCase()));
  const begins = (word: string[], at: number) =>
    word.every((piece, index) => (index === word.length - 1 ? (all[at + index] ?? '').startsWith(piece) : all[at + index] === piece));
  return words.length > 0 && words.every((word) => all.some((_, at) => begins(word, at)));
}

const pieces = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Code points decide between texts; a missing value is last either way. */
function compare(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const order = a < b ? -1 : 1;
  return descending ? -order : order;
}
