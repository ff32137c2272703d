import type { Header } from '../incidents/header';
import { parseFilter as parse, type Predicate } from '../odata/filter';
import { badQuery } from './api-error';
import { comparison } from './comparison';

/** Reads a `$filter` of the incident list, refusing what the service refuses: other properties, functions, quoted times. */
export function parseFilter(filter: string): Predicate<Header> {
  return parse(filter, { comparison, refusal: badQuery });
}
