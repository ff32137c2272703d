import { semanticError } from './errors';
import { ExpressionParser } from './parse-expression';
import { Tokens } from './parser';
import { type JoinKey, type Let, type Named, type Operator, type Order, type Program, type Query, type Source } from './syntax';
import type { KqlType, Value } from './values';

/** Operators that exist in Kusto and not here. */
const UNKNOWN_HERE =
  /^(?:make-series|mv-apply|parse|parse-where|parse-kv|evaluate|invoke|top-nested|top-hitters|sample|sample-distinct|scan|serialize|as|facet|fork|partition|reduce|getschema|graph-\w+|find|search|externaldata|consume|assert-schema)$/;

const TYPES: Readonly<Record<string, KqlType>> = {
  string: 'string',
  long: 'long',
  int: 'int',
  real: 'real',
  double: 'real',
  bool: 'bool',
  datetime: 'datetime',
  timespan: 'timespan',
  dynamic: 'dynamic',
  guid: 'guid',
};

/** Parses a query of the subset. Throws KqlError. */
export function parse(query: string): Program {
  return new Parser(query).program();
}

class Parser {
  readonly #tokens: Tokens;
  readonly #expressions: ExpressionParser;

  constructor(query: string) {
    this.#tokens = new Tokens(query);
    this.#expressions = new ExpressionParser(this.#tokens, () => this.#query());
  }

  program(): Program {
    const tokens = this.#tokens;
    const lets: Let[] = [];
    while (tokens.accept('let')) {
      const name = tokens.name();
      tokens.expect('=');
      lets.push({ name, value: this.#expressions.operand() });
      tokens.expect(';');
    }
    const query = this.#query();
    tokens.accept(';');
    if (tokens.peek().kind !== 'end') tokens.fail();
    return { lets, query };
  }

  #query(): Query {
    const source = this.#source();
    const operators: Operator[] = [];
    while (this.#tokens.accept('|')) operators.push(this.#operator());
    return { source, operators };
  }

  /** A query in brackets, or a table's name. */
  #tableOrQuery(): Query {
    if (!this.#tokens.accept('(')) return { source: this.#source(), operators: [] };
    const query = this.#query();
    this.#tokens.expect(')');
    return query;
  }

  #source(): Source {
    const tokens = this.#tokens;
    if (tokens.is('(')) return { kind: 'query', query: this.#tableOrQuery() };
    const { text, at } = tokens.takeKind('name');
    if (text === 'union') return this.#union();
    if (text === 'print') return { kind: 'print', columns: tokens.list(() => this.#expressions.named()) };
    if (text === 'datatable') return this.#datatable();
    if (text === 'range') return this.#range();
    if (UNKNOWN_HERE.test(text)) throw semanticError(text, 'The operator is not supported.');
    if (tokens.is('(')) throw semanticError(text, `Unknown function: '${text}'.`);
    return { kind: 'table', name: text, at };
  }

  #union(): Extract<Source, { kind: 'union' }> {
    const tokens = this.#tokens;
    const options = this.#options();
    const tables = tokens.list(() => this.#tableOrQuery());
    return {
      kind: 'union',
      tables,
      withSource: options.get('withsource') ?? null,
      inner: options.get('kind') === 'inner',
      fuzzy: options.get('isfuzzy') === 'true',
    };
  }

  /** `name=word` pairs in front of an operator's operands. */
  #options(): Map<string, string> {
    const tokens = this.#tokens;
    const options = new Map<string, string>();
    while (tokens.peek().kind === 'name' && tokens.is('=', 1)) {
      const name = tokens.name();
      tokens.take();
      options.set(name, tokens.name());
    }
    return options;
  }

  #datatable(): Source {
    const tokens = this.#tokens;
    tokens.expect('(');
    const columns = tokens.list(() => {
      const name = tokens.name();
      tokens.expect(':');
      const type = TYPES[tokens.name()];
      return { name, type: type ?? tokens.fail() };
    });
    tokens.expect(')');
    tokens.expect('[');
    const values: Value[] = tokens.is(']')
      ? []
      : tokens.list(() => {
          const value = this.#expressions.expression();
          return value.kind === 'literal' ? value.value : tokens.fail();
        });
    tokens.expect(']');
    return { kind: 'datatable', columns, values };
  }

  #range(): Source {
    const tokens = this.#tokens;
    const name = tokens.name();
    tokens.expect('from');
    const from = this.#expressions.expression();
    tokens.expect('to');
    const to = this.#expressions.expression();
    tokens.expect('step');
    return { kind: 'range', name, from, to, step: this.#expressions.expression() };
  }

  #operator(): Operator {
    const tokens = this.#tokens;
    const { text } = tokens.takeKind('name');
    const named = (): Named[] => tokens.list(() => this.#expressions.named());
    switch (text) {
      case 'where':
      case 'filter':
        return { kind: 'where', condition: this.#expressions.expression() };
      case 'extend':
      case 'project':
        return { kind: text, columns: named() };
      case 'project-away':
      case 'project-keep':
      case 'project-reorder':
        return { kind: text, names: tokens.list(() => this.#pattern()) };
      case 'project-rename':
        return { kind: text, columns: tokens.list(() => this.#rename()) };
      case 'summarize':
        return this.#summarize();
      case 'distinct':
        return { kind: 'distinct', columns: named() };
      case 'take':
      case 'limit':
        return { kind: 'take', count: tokens.takeKind('number').value };
      case 'top': {
        const count = tokens.takeKind('number').value;
        tokens.expect('by');
        return { kind: 'sort', by: tokens.list(() => this.#order()), count };
      }
      case 'sort':
      case 'order':
        tokens.expect('by');
        return { kind: 'sort', by: tokens.list(() => this.#order()), count: null };
      case 'count':
        return { kind: 'count' };
      case 'join':
      case 'lookup':
        return this.#join(text);
      case 'union':
        return this.#union();
      case 'mv-expand':
        return { kind: 'mv-expand', column: this.#expressions.named() };
      case 'render':
        tokens.name();
        if (tokens.accept('with')) this.#skipBrackets();
        return { kind: 'render' };
      default:
        if (UNKNOWN_HERE.test(text)) throw semanticError(text, 'The operator is not supported.');
        return tokens.fail();
    }
  }

  #skipBrackets(): void {
    const tokens = this.#tokens;
    tokens.expect('(');
    while (!tokens.is(')') && tokens.peek().kind !== 'end') tokens.take();
    tokens.expect(')');
  }

  /** A column's name, with `*` where it ends or begins in any way. */
  #pattern(): string {
    const tokens = this.#tokens;
    const before = tokens.accept('*') ? '*' : '';
    if (before && tokens.peek().kind !== 'name') return before;
    const name = tokens.name();
    if (tokens.accept('asc') || tokens.accept('desc')) return before + name;
    return before + name + (tokens.accept('*') ? '*' : '');
  }

  #rename(): { to: string; from: string } {
    const to = this.#tokens.name();
    this.#tokens.expect('=');
    return { to, from: this.#tokens.name() };
  }

  #summarize(): Operator {
    const tokens = this.#tokens;
    const aggregates = tokens.is('by') ? [] : tokens.list(() => this.#expressions.named());
    const by = tokens.accept('by') ? tokens.list(() => this.#expressions.named()) : [];
    return { kind: 'summarize', aggregates, by };
  }

  #order(): Order {
    const tokens = this.#tokens;
    const expression = this.#expressions.expression();
    const descending = !tokens.accept('asc');
    if (descending) tokens.accept('desc');
    const nulls = tokens.accept('nulls') ? tokens.name() : descending ? 'last' : 'first';
    return { expression, descending, nullsFirst: nulls === 'first' };
  }

  #join(kind: 'join' | 'lookup'): Operator {
    const tokens = this.#tokens;
    const joinKind = this.#options().get('kind') ?? (kind === 'join' ? 'innerunique' : 'leftouter');
    const right = this.#tableOrQuery();
    tokens.expect('on');
    return { kind, joinKind, right, on: tokens.list(() => this.#joinKey()) };
  }

  /** `Name`, or `$left.A == $right.B`. */
  #joinKey(): JoinKey {
    const tokens = this.#tokens;
    if (!tokens.accept('$')) {
      const name = tokens.name();
      return { left: name, right: name };
    }
    tokens.expect('left');
    tokens.expect('.');
    const left = tokens.name();
    tokens.expect('==');
    tokens.expect('$');
    tokens.expect('right');
    tokens.expect('.');
    return { left, right: tokens.name() };
  }
}
