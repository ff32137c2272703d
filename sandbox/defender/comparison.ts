import type { Header } from '../incidents/header';
import { sortableInstant } from '../incidents/sortable-instant';
import { badQuery } from './api-error';
import type { FilterToken } from './filter-tokens';

export type Predicate = (header: Header) => boolean;

/** The only four properties the list can be filtered by. */
const PROPERTIES = {
  lastUpdateTime: 'instant',
  createdTime: 'instant',
  status: 'text',
  assignedTo: 'text',
} as const;
type Property = keyof typeof PROPERTIES;

const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const isProperty = (name: string): name is Property => Object.hasOwn(PROPERTIES, name);
const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function instantPredicate(property: 'lastUpdateTime' | 'createdTime', test: (order: number) => boolean, literal: FilterToken): Predicate {
  const wanted = literal.kind === 'word' ? sortableInstant(literal.value) : undefined;
  if (wanted === undefined) {
    throw badQuery(
      `A binary operator with incompatible types was detected: '${property}' needs an unquoted Edm.DateTimeOffset, not '${literal.value}'.`,
    );
  }
  return (header) => test(order(sortableInstant(header[property]) ?? '', wanted));
}

function textPredicate(property: 'status' | 'assignedTo', operator: string, literal: FilterToken): Predicate {
  const isNull = literal.kind === 'word' && literal.value === 'null';
  if (literal.kind !== 'text' && !isNull) throw badQuery(`'${literal.value}' is not a quoted text.`);
  if (operator !== 'eq' && operator !== 'ne') throw badQuery(`Operator '${operator}' is not supported for '${property}'.`);
  const wanted = isNull ? null : literal.value;
  return (header) => (header[property] === wanted) === (operator === 'eq');
}

/** One comparison: property, operator, literal, in this order. Throws the service's refusal for anything else. */
export function comparison(property: FilterToken, operator: FilterToken, literal: FilterToken): Predicate {
  const { value: name } = property;
  if (property.kind !== 'word' || !isProperty(name)) {
    throw badQuery(`The property '${name}' cannot be used in the $filter query option. Supported: ${Object.keys(PROPERTIES).join(', ')}.`);
  }
  const test = operator.kind === 'word' && Object.hasOwn(ORDERS, operator.value) ? ORDERS[operator.value] : undefined;
  if (!test) throw badQuery(`'${operator.value}' is not an operator at position ${operator.at}.`);
  if (name === 'lastUpdateTime' || name === 'createdTime') return instantPredicate(name, test, literal);
  return textPredicate(name, operator.value, literal);
}
