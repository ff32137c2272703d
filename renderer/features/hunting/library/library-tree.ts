import type { QueryContent } from '../../../../contract/hunting-library';

/** Queries of one folder. */
export interface LibraryFolder<Q> {
  folder: string;
  queries: Q[];
}

/** The queries all words of a text occur in (name, folder, tags, what it is about, the query itself), by folder; those in none come first. */
export function foldersOf<Q extends QueryContent>(queries: readonly Q[], text: string): LibraryFolder<Q>[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const folders = new Map<string, Q[]>();
  for (const query of queries) {
    const searched = [query.name, query.folder, query.about, query.text, ...query.tags].join('\n').toLowerCase();
    if (!words.every((word) => searched.includes(word))) continue;
    folders.set(query.folder, [...(folders.get(query.folder) ?? []), query]);
  }
  return [...folders].map(([folder, found]) => ({ folder, queries: found })).toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}
