import { aggregateOf } from './aggregates';
import { choose, emptyOf, fits, nameFrom, placeOf, unique } from './columns';
import { compile, type Compiled, type Scope } from './compile';
import { semanticError, unresolvedColumn, unresolvedTable } from './errors';
import { joined } from './join';
import { parse } from './parse';
import { isQuery, type Named, type Operator, type Query, type Source } from './syntax';
import { type Column, compare, keyOf, type Row, type Table, type Value } from './values';

/** Where tables come from. */
export interface Tables {
  /** Null: there is no such table here. */
  table(name: string): Table | null;
}

interface LetValues {
  scalars: Map<string, { type: Compiled['type']; value: Value }>;
  tables: Map<string, Table>;
}

/**
 * Evaluates a query of the subset over tables.
 * @param now microseconds since 1970
 * @throws KqlError
 */
export function evaluate(query: string, tables: Tables, now: number): Table {
  return new Evaluation(tables, now).program(query);
}

class Evaluation {
  readonly #lets: LetValues = { scalars: new Map(), tables: new Map() };

  constructor(
    private readonly tables: Tables,
    private readonly now: number,
  ) {}

  program(text: string): Table {
    const { lets, query } = parse(text);
    for (const { name, value } of lets) {
      if (isQuery(value)) this.#lets.tables.set(name, this.#query(value));
      else if (value.kind === 'name' && !this.#lets.scalars.has(value.name)) this.#lets.tables.set(name, this.#named(value.name));
      else {
        const made = compile(value, this.#scope('let', []));
        this.#lets.scalars.set(name, { type: made.type, value: made.of([]) });
      }
    }
    return this.#query(query);
  }

  #scope(operator: string, columns: readonly Column[]): Scope {
    return {
      columns,
      scalars: this.#lets.scalars,
      table: (query) => this.#query(query),
      operator,
      now: this.now,
    };
  }

  #query({ source, operators }: Query): Table {
    return operators.reduce((table, operator) => this.#apply(table, operator), this.#source(source));
  }

  #named(name: string): Table {
    const table = this.#lets.tables.get(name) ?? this.tables.table(name);
    if (!table) throw unresolvedTable(name);
    return table;
  }

  #source(source: Source): Table {
    switch (source.kind) {
      case 'table':
        return this.#named(source.name);
      case 'query':
        return this.#query(source.query);
      case 'union':
        return this.#union(source, null);
      case 'print': {
        const made = source.columns.map(({ name, expression }, at) => ({
          name: name ?? `print_${at}`,
          ...compile(expression, this.#scope('print', [])),
        }));
        return { columns: made.map(({ name, type }) => ({ name, type })), rows: [made.map((one) => one.of([]))] };
      }
      case 'datatable': {
        const width = source.columns.length;
        const rows = Array.from({ length: Math.floor(source.values.length / width) }, (_, at) =>
          source.values.slice(at * width, (at + 1) * width),
        );
        return { columns: source.columns, rows };
      }
      case 'range': {
        const [from, to, step] = [source.from, source.to, source.step].map((one) => compile(one, this.#scope('range', []))) as [
          Compiled,
          Compiled,
          Compiled,
        ];
        const rows: Row[] = [];
        for (let at = Number(from.of([])); at <= Number(to.of([])) && rows.length < 1_000_000; at += Number(step.of([]))) rows.push([at]);
        return { columns: [{ name: source.name, type: from.type }], rows };
      }
    }
  }

  #union({ tables, withSource, inner, fuzzy }: Omit<Extract<Source, { kind: 'union' }>, 'kind'>, first: Table | null): Table {
    const parts: { name: string; table: Table }[] = first ? [{ name: 'union_arg0', table: first }] : [];
    for (const query of tables) {
      const name = query.source.kind === 'table' && query.operators.length === 0 ? query.source.name : `union_arg${parts.length}`;
      if (fuzzy && query.source.kind === 'table' && !this.#lets.tables.has(query.source.name) && !this.tables.table(query.source.name))
        continue;
      parts.push({ name, table: this.#query(query) });
    }
    const all = parts.flatMap(({ table }) => table.columns);
    const unique = [...new Map(all.map((column) => [`${column.name} ${column.type}`, column])).values()];
    const kept = inner ? unique.filter((column) => parts.every(({ table }) => placeOf(table, column) >= 0)) : unique;
    const clash = (column: Column): boolean => kept.some((other) => other.name === column.name && other.type !== column.type);
    const columns = kept.map((column) => (clash(column) ? { ...column, name: `${column.name}_${column.type}` } : column));
    const rows = parts.flatMap(({ name, table }) => {
      const places = kept.map((column) => placeOf(table, column));
      return table.rows.map((row) => [
        ...(withSource === null ? [] : [name]),
        ...places.map((place, at) => (place < 0 ? emptyOf(kept[at]) : (row[place] ?? null))),
      ]);
    });
    return { columns: [...(withSource === null ? [] : [{ name: withSource, type: 'string' as const }]), ...columns], rows };
  }

  #apply(table: Table, operator: Operator): Table {
    const scope = this.#scope(operator.kind, table.columns);
    switch (operator.kind) {
      case 'where': {
        const condition = compile(operator.condition, scope);
        return { ...table, rows: table.rows.filter((row) => condition.of(row) === true) };
      }
      case 'extend':
        return this.#extend(table, operator.columns);
      case 'project':
        return this.#computed(table, operator.columns, scope);
      case 'project-away':
        return choose(
          table,
          table.columns.filter(({ name }) => !operator.names.some((pattern) => fits(name, pattern))),
        );
      case 'project-keep':
        return choose(
          table,
          table.columns.filter(({ name }) => operator.names.some((pattern) => fits(name, pattern))),
        );
      case 'project-reorder': {
        const ahead = operator.names.flatMap((pattern) => table.columns.filter(({ name }) => fits(name, pattern)));
        return choose(table, [...new Set([...ahead, ...table.columns])]);
      }
      case 'project-rename': {
        for (const { from } of operator.columns)
          if (!table.columns.some(({ name }) => name === from)) throw unresolvedColumn(operator.kind, from);
        const renamed = (name: string): string => operator.columns.find(({ from }) => from === name)?.to ?? name;
        return { ...table, columns: table.columns.map(({ name, type }) => ({ name: renamed(name), type })) };
      }
      case 'summarize':
        return this.#summarize(table, operator, scope);
      case 'distinct': {
        const [only] = operator.columns;
        const made = only?.expression.kind === 'star' ? table : this.#computed(table, operator.columns, scope);
        return { ...made, rows: [...new Map(made.rows.map((row) => [row.map(keyOf).join('\u0000'), row])).values()] };
      }
      case 'take':
        return { ...table, rows: table.rows.slice(0, operator.count) };
      case 'sort': {
        const by = operator.by.map((order) => ({ ...order, of: compile(order.expression, scope) }));
        const ranked = table.rows.map((row) => ({ row, ranks: by.map(({ of }) => of.of(row)) }));
        ranked.sort((one, other) => {
          for (const [at, { descending, nullsFirst }] of by.entries()) {
            const [a, b] = [one.ranks[at] ?? null, other.ranks[at] ?? null];
            if (a === null || b === null) {
              if (a !== b) return (a === null) === nullsFirst ? -1 : 1;
            } else {
              const order = compare(a, b);
              if (order !== 0) return descending ? -order : order;
            }
          }
          return 0;
        });
        const rows = ranked.map(({ row }) => row);
        return { ...table, rows: operator.count === null ? rows : rows.slice(0, operator.count) };
      }
      case 'count':
        return { columns: [{ name: 'Count', type: 'long' }], rows: [[table.rows.length]] };
      case 'join':
      case 'lookup':
        return joined(table, this.#query(operator.right), operator);
      case 'union':
        return this.#union(operator, table);
      case 'mv-expand':
        return this.#expand(table, operator.column, scope);
      case 'render':
        return table;
    }
  }

  #extend(table: Table, named: readonly Named[]): Table {
    // Each sees the columns made before it in the same operator.
    return named.reduce<Table>((so, { name, expression }, at) => {
      const made = compile(expression, this.#scope('extend', so.columns));
      const column = { name: name ?? (nameFrom(expression) || `Column${at + 1}`), type: made.type };
      const place = so.columns.findIndex((one) => one.name === column.name);
      const rows = so.rows.map((row) =>
        place < 0 ? [...row, made.of(row)] : row.map((value, index) => (index === place ? made.of(row) : value)),
      );
      return { columns: place < 0 ? [...so.columns, column] : so.columns.map((one, index) => (index === place ? column : one)), rows };
    }, table);
  }

  #computed(table: Table, named: readonly Named[], scope: Scope): Table {
    const made = named.map(({ name, expression }, at) => ({
      name: name ?? (nameFrom(expression) || `Column${at + 1}`),
      ...compile(expression, scope),
    }));
    return { columns: made.map(({ name, type }) => ({ name, type })), rows: table.rows.map((row) => made.map((one) => one.of(row))) };
  }

  #summarize(table: Table, { aggregates, by }: Extract<Operator, { kind: 'summarize' }>, scope: Scope): Table {
    const keys = by.map(({ name, expression }, at) => ({
      name: name ?? (nameFrom(expression) || `Column${at + 1}`),
      ...compile(expression, scope),
    }));
    const made = aggregates.map((one, at) => aggregateOf(one, scope, at));
    const groups = new Map<string, { key: Value[]; rows: Row[] }>();
    if (by.length === 0) groups.set('', { key: [], rows: [] });
    for (const row of table.rows) {
      const key = keys.map((one) => one.of(row));
      const name = key.map(keyOf).join('\u0000');
      const group = groups.get(name) ?? { key, rows: [] };
      group.rows.push(row);
      groups.set(name, group);
    }
    return {
      columns: unique([...keys.map(({ name, type }) => ({ name, type })), ...made.flatMap(({ columns }) => columns)]),
      rows: [...groups.values()].map(({ key, rows }) => [...key, ...made.flatMap((one) => one.of(rows))]),
    };
  }

  #expand(table: Table, { name, expression }: Named, scope: Scope): Table {
    const made = compile(expression, scope);
    if (made.type !== 'dynamic') throw semanticError('mv-expand', 'Expanded expression is expected to be of type dynamic.');
    const target = name ?? nameFrom(expression);
    const place = table.columns.findIndex((column) => column.name === target);
    const rows = table.rows.flatMap((row) => {
      const value = made.of(row);
      const items: Value[] = Array.isArray(value) ? (value as Value[]) : [value];
      return items.map((item) => (place < 0 ? [...row, item] : row.map((old, index) => (index === place ? item : old))));
    });
    const column: Column = { name: target || 'Column1', type: 'dynamic' };
    return { columns: place < 0 ? [...table.columns, column] : table.columns.map((one, index) => (index === place ? column : one)), rows };
  }
}
