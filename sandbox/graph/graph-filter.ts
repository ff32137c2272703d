import { sortableInstant } from '../incidents/sortable-instant';
import { type FilterDialect, type Predicate, parseFilter } from '../odata/filter';
import type { FilterToken } from '../odata/filter-tokens';
import { inOrder, ORDERS } from '../odata/orders';
import { badRequest } from './graph-error';

/** Reads one property of what is filtered, as Graph shows it. */
export type ValueOf<T> = (subject: T, property: string) => unknown;

const refusal = (detail: string) => badRequest(`Invalid filter clause: ${detail}`);

function instantPredicate<T>(name: string, operator: string, literal: FilterToken, valueOf: ValueOf<T>): Predicate<T> {
  const wanted = literal.kind === 'word' ? sortableInstant(literal.value) : undefined;
  const test = ORDERS[operator];
  if (wanted === undefined || !test) throw refusal(`'${name}' needs an unquoted Edm.DateTimeOffset, not '${literal.value}'.`);
  return (subject) => test(inOrder(sortableInstant(String(valueOf(subject, name))) ?? '', wanted));
}

function textPredicate<T>(name: string, operator: string, literal: FilterToken, valueOf: ValueOf<T>): Predicate<T> {
  const isNull = literal.kind === 'word' && literal.value === 'null';
  if (literal.kind !== 'text' && !isNull) throw refusal(`'${literal.value}' is not a quoted text.`);
  if (operator !== 'eq' && operator !== 'ne') throw refusal(`Operator '${operator}' is not supported for '${name}'.`);
  const wanted = isNull ? null : literal.value;
  return (subject) => ((valueOf(subject, name) ?? null) === wanted) === (operator === 'eq');
}

/** Reads a `$filter` over the documented properties only. */
export function graphFilter<T>(filter: string, properties: readonly string[], valueOf: ValueOf<T>): Predicate<T> {
  const dialect: FilterDialect<T> = {
    refusal,
    comparison: (property, operator, literal) => {
      const { value: name } = property;
      if (property.kind !== 'word' || !properties.includes(name)) {
        throw refusal(`The property '${name}' cannot be used in the $filter query option. Supported: ${properties.join(', ')}.`);
      }
      if (operator.kind !== 'word' || !Object.hasOwn(ORDERS, operator.value)) {
        throw refusal(`'${operator.value}' is not an operator at position ${operator.at}.`);
      }
      const predicate = name.endsWith('DateTime') ? instantPredicate : textPredicate;
      return predicate(name, operator.value, literal, valueOf);
    },
  };
  return parseFilter(filter, dialect);
}
