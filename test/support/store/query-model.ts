import type { FacetKind, IncidentGrouping } from '../../../contract/incident-filter';
import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import type { IncidentColumns } from '../../../main/store/store-port';

export interface ModelRow extends IncidentColumns {
  tenantId: string;
  tenantName: string;
  /** Place of the tenant in the order tenants were added. */
  tenantOrder: number;
  /** Its own in the order rows were stored. */
  stored: number;
  /** When it was resolved, where it was stored more than once; otherwise it was with its last update. */
  resolvedAt?: number | null;
  tenantGroup: string;
  /** When its tenant was last read whole; null: never. */
  tenantReadAt: number | null;
  /** What its body says beyond the columns. */
  facets: Partial<Record<FacetKind, string[]>>;
}

type Value = string | number | null;

const GRAVITY = ['high', 'medium', 'low', 'informational'];
const WORK = ['active', 'new', 'inprogress', 'awaitingaction', 'resolved', 'redirected'];
const JUDGED = ['truepositive', 'informationalexpectedactivity', 'falsepositive'];
const FOUND = ['malware', 'phishing', 'notmalicious', 'other'];
/** Null: not set. */
const judged = (value: string | null) => {
  const folded = value?.toLowerCase() ?? 'unknown';
  return folded === 'unknown' || folded === 'notavailable' ? null : folded === 'clean' ? 'notmalicious' : folded;
};
const placeOr = (list: readonly string[], value: string | null) => (value === null ? null : place(list, value));
const place = (list: readonly string[], value: string) => (list.includes(value) ? list.indexOf(value) : list.length);

/** What rows stand together by. */
type Lot = IncidentGrouping | 'tenantRead' | 'classification' | 'determination';

/** In which order the lots come; nobody and the unknown are last, and what was never read whole is older than all else. */
const LOT: Record<Lot, (row: ModelRow) => readonly Value[]> = {
  tenant: (row) => [row.tenantName.toLowerCase(), row.tenantOrder],
  severity: (row) => [place(GRAVITY, row.severity.toLowerCase()), row.severity.toLowerCase()],
  tenantRead: (row) => [row.tenantReadAt ?? -1, row.tenantName.toLowerCase(), row.tenantOrder],
  classification: (row) => [placeOr(JUDGED, judged(row.classification)), judged(row.classification)],
  determination: (row) => [placeOr(FOUND, judged(row.determination)), judged(row.determination)],
  status: (row) => [place(WORK, row.status.toLowerCase()), row.status.toLowerCase()],
  assignedTo: (row) => [row.assignedTo?.toLowerCase() ?? null],
};
const isLot = (sort: IncidentSort): sort is Lot => sort in LOT;
/** A group of tenants is in the order of the list, where that is one of tenants. */
const isOrderOf = (groupBy: IncidentGrouping, sort: IncidentSort) => groupBy === sort || (groupBy === 'tenant' && sort === 'tenantRead');

/** What the store is to answer, by filtering and sorting a plain array. */
export function modelQuery(all: readonly ModelRow[], query: IncidentQuery) {
  const matching = all.filter((row) => isMatch(row, query));
  const sorted = matching.toSorted((a, b) => {
    const { groupBy, sort, descending } = query;
    const inGroup = groupBy && !isOrderOf(groupBy, sort) ? compareLots(groupBy, a, b, groupBy === 'severity') : 0;
    return (
      inGroup ||
      (isLot(sort) ? compareLots(sort, a, b, descending) || compareRows('updatedAt', a, b, true) : compareRows(sort, a, b, descending))
    );
  });
  const bySeverity: Record<string, number> = {};
  const ofAnySeverity = all.filter((row) => isMatch(row, { ...query, severities: [] }));
  for (const { severity } of ofAnySeverity) bySeverity[severity.toLowerCase()] = (bySeverity[severity.toLowerCase()] ?? 0) + 1;
  return {
    rows: sorted.slice(query.offset, query.offset + query.limit),
    total: matching.length,
    bySeverity,
    groups: query.groupBy ? groups(sorted, query.groupBy) : null,
  };
}

function groups(sorted: readonly ModelRow[], groupBy: IncidentGrouping) {
  const counts = new Map<string, number>();
  for (const row of sorted) {
    const value =
      groupBy === 'tenant' ? row.tenantId : groupBy === 'assignedTo' ? (row.assignedTo?.toLowerCase() ?? '') : row[groupBy].toLowerCase();
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

function compareLots(lot: Lot, a: ModelRow, b: ModelRow, descending: boolean): number {
  // The gravest first is what descending means for severities.
  const reversed = lot === 'severity' ? !descending : descending;
  const [left, right] = [LOT[lot](a), LOT[lot](b)];
  return left.reduce<number>((found, value, index) => found || compare(value, right[index] ?? null, reversed), 0);
}

/** Equals: the newest first, then the one stored first. The other way round, so are equals. */
function compareRows(sort: Exclude<IncidentSort, Lot>, a: ModelRow, b: ModelRow, descending: boolean): number {
  const reversed = sort === 'name' ? descending : !descending;
  const turn = reversed ? -1 : 1;
  const value = (row: ModelRow): Value => (sort === 'name' ? row.name.toLowerCase() : row[sort]);
  const main = compare(value(a), value(b), descending);
  if (main !== 0) return main;
  const newest = sort === 'createdAt' ? 0 : compare(a.updatedAt, b.updatedAt, true);
  return turn * (newest || a.stored - b.stored);
}

function isMatch(row: ModelRow, query: IncidentQuery): boolean {
  const {
    tenantId,
    tenantIds,
    tenantGroups,
    text,
    severities,
    statuses,
    exceptStatuses,
    assignees,
    facets = {},
    updatedFrom,
    updatedBefore,
    createdFrom,
    createdBefore,
    openAt,
    resolvedFrom,
  } = query;
  const among = (value: string, list: string[] | undefined) =>
    !list?.length || list.some((one) => one.toLowerCase() === value.toLowerCase());
  const texts = [row.name, row.incidentId, row.assignedTo ?? ''];
  const { updatedAt: at, createdAt } = row;
  return (
    (tenantId === null || row.tenantId === tenantId) &&
    (!tenantIds?.length || tenantIds.includes(row.tenantId)) &&
    among(row.tenantGroup, tenantGroups) &&
    among(row.severity, severities) &&
    among(row.status, statuses) &&
    (!exceptStatuses?.length || !among(row.status, exceptStatuses)) &&
    (resolvedFrom === undefined || (resolved(row) ?? Number.NEGATIVE_INFINITY) >= resolvedFrom) &&
    (openAt === undefined || wasOpen(row, openAt)) &&
    among(row.assignedTo ?? '', assignees) &&
    (updatedFrom === undefined || (at !== null && at >= updatedFrom)) &&
    (updatedBefore === undefined || (at !== null && at < updatedBefore)) &&
    (createdFrom === undefined || (createdAt !== null && createdAt >= createdFrom)) &&
    (createdBefore === undefined || (createdAt !== null && createdAt < createdBefore)) &&
    Object.entries(facets).every(([kind, asked]) => !asked.length || row.facets[kind as FacetKind]?.some((value) => among(value, asked))) &&
    (!text?.trim() || hasWords(texts, text))
  );
}

function resolved({ status, createdAt, updatedAt, resolvedAt }: ModelRow): number | null {
  return status.toLowerCase() === 'resolved' ? (resolvedAt ?? updatedAt ?? createdAt ?? 0) : null;
}

function wasOpen(row: ModelRow, at: number): boolean {
  const isOver = (resolved(row) ?? Number.POSITIVE_INFINITY) < at;
  return !isOver && row.status.toLowerCase() !== 'redirected' && (row.createdAt === null || row.createdAt < at);
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
