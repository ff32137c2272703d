import type { IncidentGroup } from '../../../contract/incident-filter';
import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import { severityRank, statusRank } from '../fold';
import type { Count, Dimension, TenantFacts } from './dimensions';

/** Rows that stand together in the list because they share the values it is grouped and sorted by. */
export interface Segment {
  values: Partial<Record<Dimension, string | number>>;
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
  const dimensions = segmentDimensions(query);
  const [first, second] = dimensions;
  const byName = new Map<string | number, Segment>();
  for (const count of counts) {
    // Tens of thousands of counts: no text is made where one value is name enough.
    const one = first === undefined ? '' : count[first];
    const name = second === undefined ? one : `${one}\n${count[second]}`;
    const known = byName.get(name);
    if (known) known.rows += count.rows;
    else byName.set(name, { values: Object.fromEntries(dimensions.map((dimension) => [dimension, count[dimension]])), rows: count.rows });
  }
  const sorted = SORT_DIMENSION[query.sort];
  const order = dimensions.map((dimension) =>
    dimension === sorted
      ? comparing(query.sort === 'tenantRead' ? 'tenantRead' : dimension, isReversed(dimension, query.descending), tenants)
      : comparing(dimension, false, tenants),
  );
  return [...byName.values()].toSorted((a, b) => order.reduce((found, compare) => found || compare(a, b), 0));
}

/** Severities go from the gravest, which for them is descending; everything else from its beginning. */
function isReversed(dimension: Dimension, descending: boolean): boolean {
  return dimension === 'severity' ? !descending : descending;
}

type Compare = (a: Segment, b: Segment) => number;

function comparing(by: Dimension | 'tenantRead', reversed: boolean, tenants: ReadonlyMap<number, TenantFacts>): Compare {
  const dimension = by === 'tenantRead' ? 'tenant' : by;
  const place = (segment: Segment): readonly (string | number)[] => {
    const value = segment.values[dimension] ?? '';
    const tenant = tenants.get(Number(value));
    switch (by) {
      case 'tenant':
        return [tenant?.nameFolded ?? '', Number(value)];
      case 'tenantRead':
        // Never read whole is older than any time.
        return [tenant?.readAt ?? Number.NEGATIVE_INFINITY, tenant?.nameFolded ?? '', Number(value)];
      case 'severity':
        return [-severityRank(String(value)), value];
      case 'status':
        return [statusRank(String(value)), value];
      case 'assignedTo':
        return [value];
    }
  };
  return (a, b) => {
    // Nobody comes last, whichever way names are sorted.
    if (dimension === 'assignedTo') {
      const last = Number(a.values.assignedTo === '') - Number(b.values.assignedTo === '');
      if (last !== 0) return last;
    }
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
