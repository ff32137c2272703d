import { type Kysely, sql } from 'kysely';
import type { IncidentQuery } from '../../../contract/incident';
import type { Schema } from '../schema';
import type { StoredIncidentPage } from '../store-port';
import type { HasIndex } from './access';
import { wantedOf } from './conditions';
import { bySeverity } from './counts';
import type { Count } from './dimensions';
import { segmentDimensions } from './segments';
import { changesSoFar } from './touched';
import { isVerdict } from './verdict-order';
import { wholeRows } from './whole-rows';
import { idsOf } from './window';

/** Whether a list is of all rows in an order that an index has, as the one a start begins with. */
export function isPlain({ offset: _from, limit: _most, descending: _way, sort, groupBy, ...filter }: IncidentQuery): boolean {
  const asksFor = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return !isVerdict(sort) && segmentDimensions({ sort, groupBy: groupBy ?? null }).length === 0 && !Object.values(filter).some(asksFor);
}

type SeverityCount = Pick<Count, 'severity' | 'rows'>;

/** Plain lists without the tally, whose reading takes longer than all this where there are many tenants: the engine sums up what is needed of it. */
export class PlainList {
  #counts: readonly SeverityCount[] = [];
  /** As of which of the connection's changes. */
  #countedAt = -1;

  constructor(private readonly hasIndex: HasIndex) {}

  /** One window. */
  async page(db: Kysely<Schema>, query: IncidentQuery): Promise<StoredIncidentPage> {
    const counts = await this.#count(db);
    const total = counts.reduce((sum, { rows }) => sum + rows, 0);
    const ids = await idsOf(db, {
      query,
      wanted: wantedOf(query, { tenants: null, statuses: [], now: 0 }),
      slice: { segment: { values: {}, rows: total }, offset: query.offset, limit: query.limit },
      among: null,
      isUneven: false,
      facts: null,
      tally: { total, with: () => 0 },
      hasIndex: this.hasIndex,
    });
    return { rows: await wholeRows(db, ids), total, bySeverity: bySeverity(counts), search: null, groups: null };
  }

  /** Anew after something was written. */
  async #count(db: Kysely<Schema>): Promise<readonly SeverityCount[]> {
    const changes = await changesSoFar(db);
    if (changes === this.#countedAt) return this.#counts;
    this.#counts = await db
      .selectFrom('incident_tally')
      .select(['severity_folded as severity', sql<number>`sum(incidents)`.as('rows')])
      .groupBy('severity_folded')
      .execute();
    this.#countedAt = changes;
    return this.#counts;
  }
}
