import { compile, type Compiled, type Scope } from './compile';
import { semanticError } from './errors';
import type { Expression, Named } from './syntax';
import { type Column, compare, keyOf, type KqlType, type Row, type Value } from './values';

/** Columns one aggregate makes of the rows of a group. */
export interface Aggregate {
  columns: Column[];
  of(rows: readonly Row[]): Value[];
}

const filled = (rows: readonly Row[], one: Compiled): Value[] => rows.map((row) => one.of(row)).filter((value) => value !== null);
const numbers = (values: readonly Value[]): number[] => values.filter((value): value is number => typeof value === 'number');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const distinct = (values: readonly Value[]): Value[] => [...new Map(values.map((value) => [keyOf(value), value])).values()];
const extreme = (values: readonly Value[], sign: 1 | -1): Value =>
  values.reduce<Value>((best, value) => (best === null || sign * compare(value, best) > 0 ? value : best), null);

/** The name of a column in front of an aggregate's own: `sum_Amount`. */
function plainName(expression: Expression | undefined): string {
  return expression?.kind === 'name' ? expression.name : '';
}

interface Simple {
  arity: readonly [number, number];
  type(types: readonly KqlType[]): KqlType;
  of(rows: readonly Row[], args: readonly Compiled[]): Value;
}

const first = (types: readonly KqlType[]): KqlType => types[0] ?? 'long';
const picked = (rows: readonly Row[], test: Compiled | undefined): readonly Row[] =>
  test ? rows.filter((row) => test.of(row) === true) : rows;
const sumType = (types: readonly KqlType[]): KqlType => (types[0] === 'real' || types[0] === 'timespan' ? types[0] : 'long');

const SIMPLE: Readonly<Record<string, Simple>> = {
  count: { arity: [0, 0], type: () => 'long', of: (rows) => rows.length },
  countif: { arity: [1, 1], type: () => 'long', of: (rows, [test]) => picked(rows, test).length },
  sum: { arity: [1, 1], type: sumType, of: (rows, [of]) => (of ? sum(numbers(filled(rows, of))) : 0) },
  sumif: { arity: [2, 2], type: sumType, of: (rows, [of, test]) => (of ? sum(numbers(filled(picked(rows, test), of))) : 0) },
  min: { arity: [1, 1], type: first, of: (rows, [of]) => (of ? extreme(filled(rows, of), -1) : null) },
  max: { arity: [1, 1], type: first, of: (rows, [of]) => (of ? extreme(filled(rows, of), 1) : null) },
  minif: { arity: [2, 2], type: first, of: (rows, [of, test]) => (of ? extreme(filled(picked(rows, test), of), -1) : null) },
  maxif: { arity: [2, 2], type: first, of: (rows, [of, test]) => (of ? extreme(filled(picked(rows, test), of), 1) : null) },
  avg: {
    arity: [1, 1],
    type: (types) => (types[0] === 'timespan' ? 'timespan' : 'real'),
    of: (rows, [of]) => {
      const values = of ? numbers(filled(rows, of)) : [];
      return values.length === 0 ? null : sum(values) / values.length;
    },
  },
  dcount: { arity: [1, 2], type: () => 'long', of: (rows, [of]) => (of ? distinct(filled(rows, of)).length : 0) },
  dcountif: { arity: [2, 3], type: () => 'long', of: (rows, [of, test]) => (of ? distinct(filled(picked(rows, test), of)).length : 0) },
  make_set: {
    arity: [1, 2],
    type: () => 'dynamic',
    of: (rows, [of, most]) => (of ? distinct(filled(rows, of)).slice(0, limitOf(most)) : []),
  },
  make_list: { arity: [1, 2], type: () => 'dynamic', of: (rows, [of, most]) => (of ? filled(rows, of).slice(0, limitOf(most)) : []) },
  take_any: { arity: [1, 1], type: first, of: (rows, [of]) => (of && rows[0] ? of.of(rows[0]) : null) },
  any: { arity: [1, 1], type: first, of: (rows, [of]) => (of && rows[0] ? of.of(rows[0]) : null) },
  percentile: {
    arity: [2, 2],
    type: first,
    of: (rows, [of, share]) => {
      const values = of ? filled(rows, of).sort(compare) : [];
      const at = Math.ceil((Number(share?.of([])) / 100) * values.length) - 1;
      return values[Math.min(values.length - 1, Math.max(0, at))] ?? null;
    },
  },
};

const limitOf = (most: Compiled | undefined): number => (most ? Number(most.of([])) : 1_048_576);
const NAMES: Readonly<Record<string, string>> = { make_set: 'set', make_list: 'list', take_any: '', any: 'any' };

/** @param place number of the aggregate among those without a name */
export function aggregateOf({ name, expression }: Named, scope: Scope, place: number): Aggregate {
  if (expression.kind === 'binary') return combined(name, expression, scope, place);
  if (expression.kind !== 'call') throw semanticError('summarize', 'Expected an aggregate function.');
  const { args } = expression;
  if (expression.name === 'arg_max' || expression.name === 'arg_min') return argExtreme(name, expression.name, args, scope);
  const simple = SIMPLE[expression.name];
  if (!simple) {
    const wrapped = args[0];
    // A scalar function around an aggregate, such as round(avg(X), 2).
    if (!wrapped || wrapped.expression.kind !== 'call') throw semanticError('summarize', `Unknown function: '${expression.name}'.`);
    const inner = aggregateOf({ name: 'x', expression: wrapped.expression }, scope, place);
    const outer = compile(
      { ...expression, args: [{ name: null, expression: { kind: 'name', name: 'x', at: 0 } }, ...args.slice(1)] },
      { ...scope, columns: inner.columns },
    );
    return { columns: [{ name: name ?? `Column${place + 1}`, type: outer.type }], of: (rows) => [outer.of(inner.of(rows))] };
  }
  if (args.length < simple.arity[0] || args.length > simple.arity[1])
    throw semanticError('summarize', `${expression.name}(): function expects ${simple.arity[0]} argument(s).`);
  const compiled = args.map((one) => compile(one.expression, scope));
  const stem = NAMES[expression.name] ?? expression.name;
  const own = [stem, plainName(args[0]?.expression)].filter((part) => part !== '').join('_');
  const column = {
    name: name ?? (args.length === 0 || own === stem ? `${stem}_` : own),
    type: simple.type(compiled.map(({ type }) => type)),
  };
  return { columns: [column], of: (rows) => [simple.of(rows, compiled)] };
}

/** Arithmetic over aggregates, such as `countif(a) * 100 / count()`. */
function combined(name: string | null, expression: Extract<Expression, { kind: 'binary' }>, scope: Scope, place: number): Aggregate {
  const parts = [expression.left, expression.right].map((side, at) =>
    side.kind === 'literal' ? null : aggregateOf({ name: `x${at}`, expression: side }, scope, place),
  );
  const columns = parts.flatMap((part) => part?.columns ?? []);
  const sides = [expression.left, expression.right].map(
    (side, at): Expression => (parts[at] ? { kind: 'name', name: `x${at}`, at: 0 } : side),
  );
  const [left, right] = sides as [Expression, Expression];
  const outer = compile({ ...expression, left, right }, { ...scope, columns });
  return {
    columns: [{ name: name ?? `Column${place + 1}`, type: outer.type }],
    of: (rows) => [outer.of(parts.flatMap((part) => part?.of(rows) ?? []))],
  };
}

/** `arg_max(Timestamp, *)`: the row with the greatest value, as columns. */
function argExtreme(name: string | null, kind: 'arg_max' | 'arg_min', args: readonly Named[], scope: Scope): Aggregate {
  const [by, ...rest] = args;
  if (!by) throw semanticError('summarize', `${kind}(): function expects 2 argument(s).`);
  const rank = compile(by.expression, scope);
  const byName = name ?? by.name ?? (plainName(by.expression) || `${kind === 'arg_max' ? 'max' : 'min'}_`);
  const others = rest.flatMap(({ name: own, expression }): { column: Column; of: Compiled }[] => {
    if (expression.kind === 'star')
      return scope.columns.flatMap((column, index) =>
        column.name === byName ? [] : [{ column, of: { type: column.type, of: (row: Row) => row[index] ?? null } }],
      );
    const of = compile(expression, scope);
    return [{ column: { name: own ?? (plainName(expression) || 'Column1'), type: of.type }, of }];
  });
  const sign = kind === 'arg_max' ? 1 : -1;
  return {
    columns: [{ name: byName, type: rank.type }, ...others.map(({ column }) => column)],
    of: (rows) => {
      const best = rows.reduce<Row | null>(
        (found, row) => (found === null || sign * compare(rank.of(row), rank.of(found)) > 0 ? row : found),
        null,
      );
      return best ? [rank.of(best), ...others.map(({ of }) => of.of(best))] : [null, ...others.map(() => null)];
    },
  };
}
