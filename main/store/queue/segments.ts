import type { IncidentGroup } from '../../../contract/incident-filter';
import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import { severityRank, statusRank } from '../fold';
import type { Count, Dimension, TenantFacts } from './dimensions';
import { isVerdict, type Verdict, verdictRank } from './verdict-order';

/** Rows that stand together in the list because they share the values it is grouped and sorted by. */
export interface Segment {
  values: Partial<Record<Dimension | Verdict, string | number>>;
  rows: number;
}

/** A part of a segment that a window shows. */
export interface Slice {
  segment: Segment;
  offset: number;
  limit: number;
}

const SORT_DIMENSION: Partial<Record<IncidentSort, Dimension>> = {
  tenant: 'tenant',
  tenantRead: 'tenant',
  severity: 'severity',
  status: 'status',
  assignedTo: 'assignedTo',
};

/** The dimensions a list stands together by: what it is grouped by first, then what it is sorted by, if that has few values. */
export function segmentDimensions({ groupBy = null, sort }: Pick<IncidentQuery, 'groupBy' | 'sort'>): Dimension[] {
  const sorted = SORT_DIMENSION[sort] ?? null;
  return [groupBy, sorted === groupBy ? null : sorted].filter((dimension) => dimension !== null);
}

/** The segments of counts, in the order of the list. One of all rows when there is nothing to stand together by. */
export function segmentsOf(
  counts: readonly Count[],
  query: Pick<IncidentQuery, 'groupBy' | 'sort' | 'descending'>,
  tenants: ReadonlyMap<number, TenantFacts>,
): Segment[] {
  const dimensions = [...segmentDimensions(query), ...(isVerdict(query.sort) ? [query.sort] : [])];
  const [first, second] = dimensions;
  // Tens of thousands of counts: no text is made of values.
  const byValues = new Map<Value, Map<Value, Segment>>();
  const segments: Segment[] = [];
  for (const count of counts) {
    const [one, other] = [first === undefined ? '' : (count[first] ?? ''), second === undefined ? '' : (count[second] ?? '')];
    const within = byValues.get(one) ?? new Map<Value, Segment>();
    byValues.set(one, within);
    const known = within.get(other);
    if (known) {
      known.rows += count.rows;
      continue;
    }
    const segment = { values: Object.fromEntries(dimensions.map((dimension) => [dimension, count[dimension]])), rows: count.rows };
    within.set(other, segment);
    segments.push(segment);
  }
  const sorted = isVerdict(query.sort) ? query.sort : SORT_DIMENSION[query.sort];
  // Grouped there are thousands of segments of far fewer values: those are put in order, and segments by the numbers they get.
  const ranks = dimensions.map((dimension) => {
    const compare =
      dimension === sorted
        ? comparing(query.sort === 'tenantRead' ? 'tenantRead' : dimension, isReversed(dimension, query.descending), tenants)
        : comparing(dimension, false, tenants);
    const values = [...new Set(segments.map((segment) => segment.values[dimension] ?? ''))].toSorted(compare);
    const rankOf = new Map(values.map((value, rank) => [value, rank]));
    return ({ values: own }: Segment) => rankOf.get(own[dimension] ?? '') ?? 0;
  });
  return segments.sort((a, b) => ranks.reduce((found, rank) => found || rank(a) - rank(b), 0));
}

/** Severities go from the gravest, which for them is descending; everything else from its beginning. */
function isReversed(dimension: Dimension | Verdict, descending: boolean): boolean {
  return dimension === 'severity' ? !descending : descending;
}

type Value = string | number;
type Compare = (a: Value, b: Value) => number;

function comparing(by: Dimension | Verdict | 'tenantRead', reversed: boolean, tenants: ReadonlyMap<number, TenantFacts>): Compare {
  const place = (value: Value): readonly Value[] => {
    const tenant = tenants.get(Number(value));
    switch (by) {
      case 'tenant':
        return [tenant?.nameFolded ?? '', value];
      case 'tenantRead':
        // Never read whole is older than any time.
        return [tenant?.readAt ?? Number.NEGATIVE_INFINITY, tenant?.nameFolded ?? '', value];
      case 'severity':
        return [-severityRank(String(value)), value];
      case 'status':
        return [statusRank(String(value)), value];
      case 'assignedTo':
        return [value];
      case 'classification':
      case 'determination':
        return [verdictRank(by, String(value)), value];
    }
  };
  // Nobody, and what nobody has judged, comes last whichever way is sorted.
  const isLast = (value: Value) => Number((by === 'assignedTo' || isVerdict(by)) && value === '');
  return (a, b) => {
    const last = isLast(a) - isLast(b);
    if (last !== 0) return last;
    const [left, right] = [place(a), place(b)];
    for (const [index, value] of left.entries()) {
      const other = right[index] ?? '';
      if (value !== other) return (value < other ? -1 : 1) * (reversed ? -1 : 1);
    }
    return 0;
  };
}

/** Which rows of which segments a window of the list shows. */
export function slicesOf(segments: readonly Segment[], offset: number, limit: number): Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  for (const segment of segments) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + limit, start + segment.rows);
    if (from < to) slices.push({ segment, offset: from - start, limit: to - from });
    start += segment.rows;
    if (start >= offset + limit) break;
  }
  return slices;
}

/** The groups of a grouped list, with their counts. */
export function groupsOf(segments: readonly Segment[], groupBy: Dimension, tenants: ReadonlyMap<number, TenantFacts>): IncidentGroup[] {
  const groups: IncidentGroup[] = [];
  for (const { values, rows } of segments) {
    const value = groupBy === 'tenant' ? (tenants.get(Number(values.tenant))?.tenantId ?? '') : String(values[groupBy] ?? '');
    const last = groups.at(-1);
    if (last?.value === value) last.count += rows;
    else groups.push({ value, count: rows });
  }
  return groups;
}
