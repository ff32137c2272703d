import type { Header } from '../incidents/header';
import type { Predicate } from '../odata/filter';
import { badQuery } from './api-error';
import { parseFilter } from './filter';

/** Largest page, and the page of a request that names no size. */
export const PAGE_SIZE = 100;

const OPTIONS = new Set(['$filter', '$top', '$skip']);

export interface ListQuery {
  filter: Predicate<Header>;
  /** The filter as written, for the next page's link. */
  filterText: string | null;
  top: number;
  skip: number;
}

function count(name: string, text: string | null, most: number, otherwise: number): number {
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text))
    throw badQuery(`Invalid value '${text}' for ${name} query option found. It has to be a non-negative integer.`);
  const value = Number(text);
  if (value > most)
    throw badQuery(`The limit of '${most}' for ${name} query has been exceeded. The value from the incoming request is '${value}'.`);
  return value;
}

/**
 * Reads the query of a list request. Of OData's options the list documents three; any other is refused, so that nobody comes to rely on one.
 * @param search the query part of the address; `+` stands for a space
 */
export function parseListQuery(search: string): ListQuery {
  const given = new URLSearchParams(search);
  for (const name of new Set(given.keys())) {
    if (name.startsWith('$') && !OPTIONS.has(name)) throw badQuery(`The query option '${name}' is not supported.`);
    if (given.getAll(name).length > 1) throw badQuery(`The query option '${name}' was given more than once.`);
  }
  const filterText = given.get('$filter');
  return {
    filter: filterText === null ? () => true : parseFilter(filterText),
    filterText,
    top: count('Top', given.get('$top'), PAGE_SIZE, PAGE_SIZE),
    skip: count('Skip', given.get('$skip'), Number.MAX_SAFE_INTEGER, 0),
  };
}
