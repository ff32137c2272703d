import type { HuntingColumn } from '../../../contract/hunting';

/**
 * What the page and files call the tenant a row is of. A column of a query with such a name stands under another one: a row is never told, filtered or
 * counted under a tenant that its own values name.
 */
const OF_THE_ROW: ReadonlySet<string> = new Set(['tenantId', 'TenantId', 'TenantName']);

/** The columns of all tenants of a run, merged by name and type. A name with several types gets a column for each, as Kusto's `union` makes them. */
export class MergedColumns {
  readonly columns: HuntingColumn[] = [];
  readonly #places = new Map<string, number>();

  /** Where each column of an answer goes. New ones are added at the end. */
  placesOf(columns: readonly HuntingColumn[]): number[] {
    const taken = new Set<number>();
    return columns.map((column) => {
      let key = `${column.name}\u0000${column.type}`;
      // An answer that names a column twice keeps both.
      while (taken.has(this.#places.get(key) ?? -1)) key += '\u0000';
      const place = this.#places.get(key) ?? this.#add(key, column);
      taken.add(place);
      return place;
    });
  }

  /** -1: there is no such column. */
  indexOf(name: string): number {
    return this.columns.findIndex((column) => column.name === name);
  }

  #add(key: string, { name, type }: HuntingColumn): number {
    const used = (wanted: string) => OF_THE_ROW.has(wanted) || this.columns.some((column) => column.name === wanted);
    let free = used(name) ? `${name}_${type}` : name;
    for (let number = 2; used(free); number += 1) free = `${name}_${type}_${number}`;
    this.columns.push({ name: free, type });
    this.#places.set(key, this.columns.length - 1);
    return this.columns.length - 1;
  }
}
