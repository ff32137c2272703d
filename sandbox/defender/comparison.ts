import type { Header } from '../incidents/header';
import { sortableInstant } from '../incidents/sortable-instant';
import type { Predicate } from '../odata/filter';
import type { FilterToken } from '../odata/filter-tokens';
import { inOrder, ORDERS } from '../odata/orders';
import { badQuery } from './api-error';

/** The only four properties the list can be filtered by. */
const PROPERTIES = {
  lastUpdateTime: 'instant',
  createdTime: 'instant',
  status: 'text',
  assignedTo: 'text',
} as const;
type Property = keyof typeof PROPERTIES;

const isProperty = (name: string): name is Property => Object.hasOwn(PROPERTIES, name);

function instantPredicate(
  property: 'lastUpdateTime' | 'createdTime',
  test: (order: number) => boolean,
  literal: FilterToken,
): Predicate<Header> {
  const wanted = literal.kind === 'word' ? sortableInstant(literal.value) : undefined;
  if (wanted === undefined) {
    throw badQuery(
      `A binary operator with incompatible types was detected: '${property}' needs an unquoted Edm.DateTimeOffset, not '${literal.value}'.`,
    );
  }
  return (header) => test(inOrder(sortableInstant(header[property]) ?? '', wanted));
}

function textPredicate(property: 'status' | 'assignedTo', operator: string, literal: FilterToken): Predicate<Header> {
  const isNull = literal.kind === 'word' && literal.value === 'null';
  if (literal.kind !== 'text' && !isNull) throw badQuery(`'${literal.value}' is not a quoted text.`);
  if (operator !== 'eq' && operator !== 'ne') throw badQuery(`Operator '${operator}' is not supported for '${property}'.`);
  const wanted = isNull ? null : literal.value;
  return (header) => (header[property] === wanted) === (operator === 'eq');
}

/** One comparison: property, operator, literal, in this order. Throws the service's refusal for anything else. */
export function comparison(property: FilterToken, operator: FilterToken, literal: FilterToken): Predicate<Header> {
  const { value: name } = property;
  if (property.kind !== 'word' || !isProperty(name)) {
    throw badQuery(`The property '${name}' cannot be used in the $filter query option. Supported: ${Object.keys(PROPERTIES).join(', ')}.`);
  }
  const test = operator.kind === 'word' && Object.hasOwn(ORDERS, operator.value) ? ORDERS[operator.value] : undefined;
  if (!test) throw badQuery(`'${operator.value}' is not an operator at position ${operator.at}.`);
  if (name === 'lastUpdateTime' || name === 'createdTime') return instantPredicate(name, test, literal);
  return textPredicate(name, operator.value, literal);
}
