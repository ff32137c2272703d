import { badRequest } from './graph-error';

/** What a list of Graph takes. */
export interface ListRules {
  most: number;
  usual: number;
  canExpand: boolean;
}

/** A list request; as JSON in base64url it is also the token of the next page's link, which nobody is meant to read. */
export interface GraphQuery {
  filter: string | null;
  top: number;
  skip: number;
  count: boolean;
  expand: boolean;
}

function wholeNumber(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text))
    throw badRequest(`Invalid value '${text}' for ${name} query option found. It has to be a non-negative integer.`);
  return Number(text);
}

function fromToken(token: string): GraphQuery {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as GraphQuery;
  } catch {
    throw badRequest('Invalid skip token.');
  }
}

/** Reads the query of a list. Options that the list does not document are refused, so that nobody comes to rely on one. */
export function parseGraphQuery(search: string, rules: ListRules): GraphQuery {
  const given = new URLSearchParams(search);
  const options = new Set(['$filter', '$top', '$skip', '$count', ...(rules.canExpand ? ['$expand'] : [])]);
  const token = given.get('$skiptoken');
  if (token !== null && [...given.keys()].length === 1) return fromToken(token);
  for (const name of new Set(given.keys())) {
    if (name.startsWith('$') && !options.has(name)) throw badRequest(`The query option '${name}' is not supported.`);
    if (given.getAll(name).length > 1) throw badRequest(`The query option '${name}' was given more than once.`);
  }
  const top = wholeNumber('$top', given.get('$top'), rules.usual);
  if (top > rules.most) {
    throw badRequest(`The limit of '${rules.most}' for Top query has been exceeded. The value from the incoming request is '${top}'.`);
  }
  const expand = given.get('$expand');
  if (expand !== null && expand !== 'alerts') throw badRequest(`Could not find a property named '${expand}' to expand.`);
  const count = given.get('$count');
  if (count !== null && count !== 'true' && count !== 'false') throw badRequest(`Invalid value '${count}' for $count query option found.`);
  return {
    filter: given.get('$filter'),
    top,
    skip: wholeNumber('$skip', given.get('$skip'), 0),
    count: count === 'true',
    expand: expand === 'alerts',
  };
}

/** One page of what matches, in Graph's envelope. `show` makes an item only when it is served. */
export function graphPage<T>(
  address: string,
  query: GraphQuery,
  matching: readonly T[],
  show: (one: T) => unknown,
): Record<string, unknown> {
  const page = matching.slice(query.skip, query.skip + query.top);
  const end = query.skip + page.length;
  const token = Buffer.from(JSON.stringify({ ...query, skip: end })).toString('base64url');
  return {
    ...(query.count ? { '@odata.count': matching.length } : {}),
    ...(end < matching.length && query.top > 0 ? { '@odata.nextLink': `${address}?$skiptoken=${token}` } : {}),
    value: page.map(show),
  };
}
