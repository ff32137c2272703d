import type Database from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import type { FacetKind } from '../../../contract/incident-filter';
import { observableValue } from '../../../contract/observable';
import { fold } from '../fold';
import type { PackedBody } from '../packed-body';
import type { PageContent } from '../page-reader';
import type { RowKeys } from '../row-keys';
import { DETECTOR, EVERYDAY_HASH } from './campaign';
import { facetWord } from './match-expression';

/** An incident that waits to be taken into the index, as its row is now. */
export interface Waiting {
  id: number;
  tenant_key: number;
  raw_page_key: number;
  raw_index: number;
  incident_id: string;
  name: string;
  assigned_to: string | null;
  created_at: number | null;
  updated_at: number | null;
}

export interface WaitingPage {
  body: PackedBody;
  incidents: Waiting[];
}

/** `waiting` goes along the page's own rows: by the engine's guess it goes through all that wait, page after page. */
const QUERIES = {
  next: `select id, body, encoding from raw_page where id =
    (select raw_page_key from incident where id = (select max(incident_key) from search_pending))`,
  waiting: `select id, tenant_key, raw_page_key, raw_index, incident_id, name, assigned_to, created_at, updated_at
    from incident indexed by incident_of_raw_page
    where raw_page_key = ? and exists (select 1 from search_pending where incident_key = incident.id) order by raw_index`,
  isIn: 'select 1 from incident where id = ? and raw_page_key = ?',
  text: 'insert or replace into incident_text (rowid, text, facets) values (?, ?, ?)',
  facet: 'insert or ignore into facet (kind, value_folded, value) values (?, ?, ?)',
  entity: 'select id from entity where kind = ? and value_folded = ?',
  newEntity: 'insert into entity (id, kind, value_folded) values (?, ?, ?)',
  seen: 'select entity_key from sighting where incident_key = ?',
  see: 'insert or ignore into sighting (entity_key, tenant_key, incident_key, seen_at) values (?, ?, ?, ?)',
  forget: 'delete from sighting where entity_key = ? and tenant_key = ? and incident_key = ?',
  done: 'delete from search_pending where incident_key = ?',
} as const;

/** What incidents are found by: full text and sightings of values. Written behind the pages, with statements of the engine. */
export class SearchIndex {
  readonly #run: Record<keyof typeof QUERIES, Statement>;
  readonly #keys = new Map<string, number>();
  /** Noted in this transaction. */
  readonly #facets = new Set<string>();
  /** Takes some incidents of one page in, in one transaction. One that came anew in another page meanwhile is left waiting. */
  readonly take: (incidents: readonly Waiting[], contentOf: (rawIndex: number) => PageContent) => void;

  constructor(
    database: Database,
    private readonly rowKeys: RowKeys,
  ) {
    this.#run = Object.fromEntries(Object.entries(QUERIES).map(([name, sql]) => [name, database.prepare(sql)])) as Record<
      keyof typeof QUERIES,
      Statement
    >;
    this.take = database.transaction((incidents: readonly Waiting[], contentOf: (rawIndex: number) => PageContent) => {
      // What a value's key is may change between transactions, as values go with their last sighting.
      this.#keys.clear();
      this.#facets.clear();
      for (const incident of incidents) {
        if (this.#run.isIn.get(incident.id, incident.raw_page_key)) this.#write(incident, contentOf(incident.raw_index));
      }
    });
  }

  /** The newest page with incidents that wait, and those; null when none waits. */
  next(): WaitingPage | null {
    const page = this.#run.next.get() as { id: number; body: Uint8Array; encoding: PackedBody['encoding'] } | undefined;
    if (!page) return null;
    return { body: { encoding: page.encoding, bytes: page.body }, incidents: this.#run.waiting.all(page.id) as Waiting[] };
  }

  #write(incident: Waiting, { alertTitles, observables, detectors, everydayHashes, facets }: PageContent): void {
    const values = new Set(observables.map(({ value }) => value));
    // All there are, of each as much as of a value: one that was left out would be missed without a word.
    const titles = [incident.name, incident.incident_id, incident.assigned_to ?? '', ...alertTitles].map(observableValue);
    const text = [...titles, ...values].join('\n');
    for (const { kind, value } of facets) this.#noteFacet(kind, value);
    const facetWords = facets.map(({ kind, value }) => facetWord(kind, value)).join(' ');
    this.#run.text.run(incident.id, fold(text), facetWords);
    const before = new Set((this.#run.seen.all(incident.id) as { entity_key: number }[]).map(({ entity_key }) => entity_key));
    const seen = [
      ...observables,
      ...detectors.map((value) => ({ kind: DETECTOR, value })),
      ...everydayHashes.map((value) => ({ kind: EVERYDAY_HASH, value })),
    ];
    for (const { kind, value } of seen) {
      const entity = this.#entityKey(kind, fold(value));
      if (!before.delete(entity)) this.#run.see.run(entity, incident.tenant_key, incident.id, incident.created_at ?? incident.updated_at);
    }
    for (const entity of before) this.#run.forget.run(entity, incident.tenant_key, incident.id);
    if (before.size > 0) this.#keys.clear();
    this.#run.done.run(incident.id);
  }

  #noteFacet(kind: FacetKind, value: string): void {
    const word = facetWord(kind, value);
    if (this.#facets.has(word)) return;
    this.#run.facet.run(kind, fold(value), value);
    this.#facets.add(word);
  }

  #entityKey(kind: string, folded: string): number {
    const name = `${kind} ${folded}`;
    const held = this.#keys.get(name);
    if (held !== undefined) return held;
    const known = this.#run.entity.get(kind, folded) as { id: number } | undefined;
    const key = known?.id ?? this.#newEntity(kind, folded);
    this.#keys.set(name, key);
    return key;
  }

  #newEntity(kind: string, folded: string): number {
    const key = this.rowKeys.next('entity');
    this.#run.newEntity.run(key, kind, folded);
    return key;
  }
}
