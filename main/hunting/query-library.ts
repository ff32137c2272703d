import { randomUUID } from 'node:crypto';
import { type HuntingDesk, huntingDesk, type LibraryQuery, MAX_LIBRARY_QUERIES, type QueryContent } from '../../contract/hunting-library';
import type { StorePort } from '../store/store-port';
import { readKept } from '../utility/read-kept';

interface QueryLibraryParts {
  store: Pick<StorePort, 'listHuntingQueries' | 'saveHuntingQueries' | 'removeHuntingQueries' | 'readSetting' | 'saveSetting'>;
  now(): number;
}

/** Hunting queries that are kept, and what lies on the desk. */
export class QueryLibrary {
  constructor(private readonly parts: QueryLibraryParts) {}

  list(): Promise<LibraryQuery[]> {
    return this.parts.store.listHuntingQueries();
  }

  /** False: there are as many as can be kept. */
  async save(query: Omit<LibraryQuery, 'updatedAt'>): Promise<boolean> {
    const all = await this.list();
    if (all.length >= MAX_LIBRARY_QUERIES && !all.some(({ queryId }) => queryId === query.queryId)) return false;
    await this.parts.store.saveHuntingQueries([{ ...query, updatedAt: this.parts.now() }]);
    return true;
  }

  remove(queryIds: readonly string[]): Promise<void> {
    return this.parts.store.removeHuntingQueries(queryIds);
  }

  /** Takes queries of a file, each in place of one with the same folder and name. */
  async take(contents: readonly QueryContent[]): Promise<{ added: number; changed: number }> {
    const placeOf = ({ folder, name }: QueryContent) => `${folder}/${name}`.toLowerCase();
    const there = new Map((await this.list()).map((query) => [placeOf(query), query.queryId]));
    // The last of two of one name counts.
    const taken = new Map(contents.map((content) => [placeOf(content), content]));
    const changed = [...taken.keys()].filter((place) => there.has(place)).length;
    const updatedAt = this.parts.now();
    await this.parts.store.saveHuntingQueries(
      [...taken].map(([place, content]) => ({ ...content, queryId: there.get(place) ?? randomUUID(), updatedAt })),
    );
    return { added: taken.size - changed, changed };
  }

  /** Null: nothing was kept yet, or what was cannot be read here. */
  async desk(): Promise<HuntingDesk | null> {
    return readKept({ name: 'hunting_desk', text: await this.parts.store.readSetting('hunting_desk'), log: null }, huntingDesk);
  }

  saveDesk(desk: HuntingDesk): Promise<void> {
    return this.parts.store.saveSetting('hunting_desk', JSON.stringify(desk));
  }
}
