import { KqlError, semanticError, unresolvedColumn } from './errors';
import { FUNCTIONS } from './functions';
import type { Expression, Query } from './syntax';
import { textTest } from './text-operators';
import { type Column, compare, keyOf, type KqlType, type Row, type Table, textOf, type Value } from './values';

/** An expression ready to be computed for any row of the columns it was made for. */
export interface Compiled {
  type: KqlType;
  of(row: Row): Value;
}

/** What names mean where an expression stands. */
export interface Scope {
  columns: readonly Column[];
  /** Named by `let`. */
  scalars: ReadonlyMap<string, { type: KqlType; value: Value }>;
  /** Rows of a query inside an expression; null: the name is no table. */
  table(query: Query): Table | null;
  /** The operator it stands in, for messages. */
  operator: string;
  now: number;
}

const NUMERIC: ReadonlySet<KqlType> = new Set(['long', 'int', 'real']);

/** Throws KqlError where a name or a type does not fit. */
export function compile(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case 'literal':
      return { type: expression.type, of: () => expression.value };
    case 'name':
      return nameOf(expression.name, scope);
    case 'star':
      throw semanticError(scope.operator, "Unexpected '*'.");
    case 'call':
      return callOf(expression, scope);
    case 'binary':
      return binaryOf(expression, scope);
    case 'list':
      return listOf(expression, scope);
    case 'between': {
      const [value, low, high] = [expression.value, expression.low, expression.high].map((one) => compile(one, scope)) as [
        Compiled,
        Compiled,
        Compiled,
      ];
      const { negated } = expression;
      const span = high.type === 'timespan' && low.type === 'datetime';
      return {
        type: 'bool',
        of: (row) => {
          const [of, from, given] = [value.of(row), low.of(row), high.of(row)];
          const to = span && typeof from === 'number' && typeof given === 'number' ? from + given : given;
          if (of === null || from === null || to === null) return null;
          return (compare(of, from) >= 0 && compare(of, to) <= 0) !== negated;
        },
      };
    }
    case 'member': {
      const [of, key] = [compile(expression.of, scope), compile(expression.key, scope)];
      if (of.type !== 'dynamic') throw semanticError(scope.operator, 'A member can be read of dynamic values only.');
      return { type: 'dynamic', of: (row) => memberOf(of.of(row), key.of(row)) };
    }
    case 'toscalar': {
      const table = scope.table(expression.query);
      return { type: table?.columns[0]?.type ?? 'dynamic', of: () => table?.rows[0]?.[0] ?? null };
    }
  }
}

function nameOf(name: string, scope: Scope): Compiled {
  const index = scope.columns.findIndex((column) => column.name === name);
  const column = scope.columns[index];
  if (column) return { type: column.type, of: (row) => row[index] ?? (column.type === 'string' ? '' : null) };
  const scalar = scope.scalars.get(name);
  if (!scalar) throw unresolvedColumn(scope.operator, name);
  return { type: scalar.type, of: () => scalar.value };
}

function memberOf(value: Value, key: Value): Value {
  const held = typeof value === 'string' ? parsedOr(value) : value;
  if (held === null || typeof held !== 'object') return null;
  const found = Array.isArray(held)
    ? (held as readonly unknown[]).at(Number(key))
    : (held as Readonly<Record<string, unknown>>)[textOf(key, 'string')];
  return (found ?? null) as Value;
}

function parsedOr(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}

function callOf({ name, args }: Extract<Expression, { kind: 'call' }>, scope: Scope): Compiled {
  const found = FUNCTIONS[name];
  if (!found) throw new KqlError('semantic', `'${scope.operator}' operator: Unknown function: '${name}'.`);
  const compiled = args.map(({ expression }) => compile(expression, scope));
  const [fewest, most] = found.arity;
  if (compiled.length < fewest || compiled.length > most)
    throw semanticError(scope.operator, `${name}(): function expects ${fewest === most ? fewest : `${fewest} to ${most}`} argument(s).`);
  const types = compiled.map(({ type }) => type);
  const { now } = scope;
  return {
    type: typeof found.type === 'function' ? found.type(types) : found.type,
    of: (row) => found.run({ args: compiled.map((one) => one.of(row)), types, now }),
  };
}

function binaryOf({ operator, left: a, right: b }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Compiled {
  const [left, right] = [compile(a, scope), compile(b, scope)];
  switch (operator) {
    case 'and':
      return { type: 'bool', of: (row) => left.of(row) === true && right.of(row) === true };
    case 'or':
      return { type: 'bool', of: (row) => left.of(row) === true || right.of(row) === true };
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, right, scope);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(operator, left, right, scope);
    default: {
      const test = textTest(operator);
      if (!test) throw semanticError(scope.operator, `Unknown operator '${operator}'.`);
      return { type: 'bool', of: (row) => test(textOf(left.of(row), left.type), textOf(right.of(row), right.type)) };
    }
  }
}

function comparison(operator: string, left: Compiled, right: Compiled, scope: Scope): Compiled {
  const sameKind =
    left.type === right.type ||
    left.type === 'dynamic' ||
    right.type === 'dynamic' ||
    (NUMERIC.has(left.type) && NUMERIC.has(right.type)) ||
    (left.type === 'bool' && NUMERIC.has(right.type)) ||
    (left.type === 'guid' && right.type === 'string') ||
    (left.type === 'string' && right.type === 'guid');
  if (!sameKind)
    throw semanticError(scope.operator, `Cannot compare values of types ${left.type} and ${right.type}. Try adding explicit casts.`);
  const test = (order: number): boolean => {
    switch (operator) {
      case '==':
        return order === 0;
      case '!=':
        return order !== 0;
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      default:
        return order >= 0;
    }
  };
  const plain = (value: Value): Value =>
    typeof value === 'boolean' && (NUMERIC.has(left.type) || NUMERIC.has(right.type)) ? Number(value) : value;
  return {
    type: 'bool',
    of: (row) => {
      const [one, other] = [plain(left.of(row)), plain(right.of(row))];
      if (one === null || other === null) return operator === '!=' && one !== other;
      return test(compare(one, other));
    },
  };
}

function arithmetic(operator: string, left: Compiled, right: Compiled, scope: Scope): Compiled {
  const type = arithmeticType(operator, left.type, right.type);
  if (!type) throw semanticError(scope.operator, `Operator '${operator}' cannot be used with ${left.type} and ${right.type}.`);
  return {
    type,
    of: (row) => {
      const [one, other] = [left.of(row), right.of(row)];
      if (typeof one !== 'number' || typeof other !== 'number') return null;
      const made = calculate(operator, one, other);
      if (Number.isNaN(made) || (!Number.isFinite(made) && type !== 'real')) return null;
      return type === 'real' ? made : Math.trunc(made);
    },
  };
}

function arithmeticType(operator: string, left: KqlType, right: KqlType): KqlType | null {
  if (left === 'datetime') return right === 'datetime' && operator === '-' ? 'timespan' : right === 'timespan' ? 'datetime' : null;
  if (left === 'timespan')
    return right === 'datetime' && operator === '+'
      ? 'datetime'
      : right === 'timespan'
        ? operator === '/'
          ? 'real'
          : 'timespan'
        : NUMERIC.has(right)
          ? 'timespan'
          : null;
  if (right === 'timespan' && NUMERIC.has(left)) return 'timespan';
  if (left === 'dynamic' || right === 'dynamic') return 'real';
  if (!NUMERIC.has(left) || !NUMERIC.has(right)) return null;
  return left === 'real' || right === 'real' ? 'real' : 'long';
}

function calculate(operator: string, one: number, other: number): number {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return one / other;
    default:
      return one % other;
  }
}

function listOf({ operator, left, items }: Extract<Expression, { kind: 'list' }>, scope: Scope): Compiled {
  const value = compile(left, scope);
  const wanted = wantedOf(items, scope);
  const negated = operator.startsWith('!');
  const plain = operator.replace('!', '');
  const lower = (text: string): string => (plain === 'in~' ? text.toLowerCase() : text);
  const has = textTest('has');
  if (plain === 'has_any' || plain === 'has_all') {
    const texts = wanted.map((one) => textOf(one, 'string'));
    const test = (text: string): boolean =>
      plain === 'has_any' ? texts.some((one) => has?.(text, one)) : texts.every((one) => has?.(text, one));
    return { type: 'bool', of: (row) => test(textOf(value.of(row), value.type)) !== negated };
  }
  const keys = new Set(wanted.map((one) => lower(keyOf(one))));
  return { type: 'bool', of: (row) => keys.has(lower(keyOf(value.of(row)))) !== negated };
}

/** Values of a list: written out, of a dynamic list, or of the first column of a query. */
function wantedOf(items: Expression[] | Query, scope: Scope): Value[] {
  if (!Array.isArray(items)) return (scope.table(items)?.rows ?? []).map((row) => row[0] ?? null);
  const [only] = items;
  if (items.length === 1 && only?.kind === 'name' && !scope.scalars.has(only.name)) {
    const table = scope.table({ source: { kind: 'table', name: only.name, at: only.at }, operators: [] });
    if (table) return table.rows.map((row) => row[0] ?? null);
  }
  return items.flatMap((item) => {
    const value = compile(item, { ...scope, columns: [] }).of([]);
    return Array.isArray(value) ? (value as Value[]) : [value];
  });
}
