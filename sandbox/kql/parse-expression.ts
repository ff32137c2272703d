import type { Tokens } from './parser';
import { type Expression, isQuery, type Named, type Query } from './syntax';
import { type KqlType, spanOf, timeOf, type Value } from './values';

const literal = (type: KqlType, value: Value): Expression => ({ kind: 'literal', type, value });

/** Binary operators by rank, the loosest first. Words are operators of texts. */
const TEXT_OPERATORS: ReadonlySet<string> = new Set([
  'has',
  'has_cs',
  'contains',
  'contains_cs',
  'startswith',
  'startswith_cs',
  'endswith',
  'endswith_cs',
  'hasprefix',
  'hassuffix',
]);
const LIST_OPERATORS: ReadonlySet<string> = new Set(['in', 'has_any', 'has_all']);
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '=~', '!~']);

/** Reads expressions. `query` reads a tabular expression, which may stand behind `in`. */
export class ExpressionParser {
  constructor(
    private readonly tokens: Tokens,
    private readonly query: () => Query,
  ) {}

  /** `name = expression`, or an expression alone. */
  named(): Named {
    const { tokens } = this;
    if (tokens.peek().kind === 'name' && tokens.is('=', 1)) {
      const name = tokens.name();
      tokens.take();
      return { name, expression: this.expression() };
    }
    return { name: null, expression: this.expression() };
  }

  expression(): Expression {
    return this.#leftToRight(['or'], () => this.#leftToRight(['and'], () => this.#comparison()));
  }

  #leftToRight(operators: readonly string[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const { text, at } = this.tokens.peek();
      if (!operators.some((one) => this.tokens.is(one))) return left;
      this.tokens.take();
      left = { kind: 'binary', operator: text, left, right: next(), at };
    }
  }

  #comparison(): Expression {
    const left = this.#sum();
    const { tokens } = this;
    const { at } = tokens.peek();
    const negated = tokens.is('!') && tokens.peek(1).kind === 'name';
    const word = tokens.peek(negated ? 1 : 0);
    if (word.kind === 'sign' && !negated && COMPARISONS.has(word.text)) {
      tokens.take();
      return { kind: 'binary', operator: word.text, left, right: this.#sum(), at };
    }
    if (word.kind !== 'name') return left;
    const operator = `${negated ? '!' : ''}${word.text}`;
    const skip = (): void => {
      if (negated) tokens.take();
      tokens.take();
    };
    if (TEXT_OPERATORS.has(word.text)) {
      skip();
      return { kind: 'binary', operator, left, right: this.#sum(), at };
    }
    if (word.text === 'matches' && tokens.is('regex', negated ? 2 : 1)) {
      skip();
      tokens.take();
      return { kind: 'binary', operator: 'matches regex', left, right: this.#sum(), at };
    }
    if (word.text === 'between') {
      skip();
      tokens.expect('(');
      const low = this.#sum();
      tokens.expect('..');
      const high = this.#sum();
      tokens.expect(')');
      return { kind: 'between', negated, value: left, low, high };
    }
    if (!LIST_OPERATORS.has(word.text)) return left;
    skip();
    const anyCase = operator.endsWith('in') && this.#tilde();
    tokens.expect('(');
    const items = this.#items();
    tokens.expect(')');
    return { kind: 'list', operator: anyCase ? `${operator}~` : operator, left, items, at };
  }

  /** `in~`: the sign stands against the word. */
  #tilde(): boolean {
    return this.tokens.accept('~');
  }

  /** Values, or one tabular expression. */
  #items(): Expression[] | Query {
    const inner = this.operand();
    if (isQuery(inner)) return inner;
    const items = [inner];
    while (this.tokens.accept(',')) items.push(this.expression());
    return items;
  }

  /** An expression or, where a pipe follows a name, a tabular one. */
  operand(): Expression | Query {
    const { tokens } = this;
    let first = 0;
    while (tokens.is('(', first)) first += 1;
    const startsQuery =
      tokens.peek(first).kind === 'name' && (tokens.is('|', first + 1) || tokens.is('union', first) || tokens.is('datatable', first));
    return startsQuery ? this.query() : this.expression();
  }

  #sum(): Expression {
    return this.#leftToRight(['+', '-'], () => this.#leftToRight(['*', '/', '%'], () => this.#unary()));
  }

  #unary(): Expression {
    const { at } = this.tokens.peek();
    if (this.tokens.accept('-')) return { kind: 'binary', operator: '-', left: literal('long', 0), right: this.#unary(), at };
    if (this.tokens.accept('+')) return this.#unary();
    let value = this.#primary();
    for (;;) {
      if (this.tokens.accept('.')) value = { kind: 'member', of: value, key: literal('string', this.tokens.name()) };
      else if (this.tokens.accept('[')) {
        value = { kind: 'member', of: value, key: this.expression() };
        this.tokens.expect(']');
      } else return value;
    }
  }

  #primary(): Expression {
    const { tokens } = this;
    const token = tokens.peek();
    if (tokens.accept('(')) {
      const inner = this.expression();
      tokens.expect(')');
      return inner;
    }
    if (tokens.accept('*')) return { kind: 'star' };
    switch (token.kind) {
      case 'number':
        tokens.take();
        return literal(/[.e]/i.test(token.text) && !token.text.startsWith('0x') ? 'real' : 'long', token.value);
      case 'timespan':
        tokens.take();
        return literal('timespan', token.value);
      case 'text':
        tokens.take();
        return literal('string', token.text);
      case 'name':
        return this.#nameOrCall();
      default:
        return tokens.fail();
    }
  }

  #nameOrCall(): Expression {
    const { tokens } = this;
    const { text, at } = tokens.take();
    if (tokens.peek().kind === 'raw') return this.#raw(text);
    if (text === 'true' || text === 'false') return literal('bool', text === 'true');
    if (!tokens.accept('(')) return { kind: 'name', name: text, at };
    if (text === 'toscalar') {
      const query = this.query();
      tokens.expect(')');
      return { kind: 'toscalar', query };
    }
    const args = tokens.is(')') ? [] : tokens.list(() => this.named());
    tokens.expect(')');
    return { kind: 'call', name: text, args, at };
  }

  #raw(type: string): Expression {
    const { text } = this.tokens.peek();
    if (type === 'datetime' || type === 'date') return this.#rawAs('datetime', text === 'null' ? null : timeOf(text), text);
    if (type === 'time' || type === 'timespan') return this.#rawAs('timespan', text === 'null' ? null : spanOf(text), text);
    if (type === 'guid') return this.#rawAs('guid', text.toLowerCase(), text);
    try {
      return this.#rawAs(
        'dynamic',
        JSON.parse(text.replace(/'((?:[^'\\]|\\.)*)'/g, (_, inner: string) => JSON.stringify(inner))) as Value,
        text,
      );
    } catch {
      return this.tokens.fail();
    }
  }

  #rawAs(type: KqlType, value: Value, text: string): Expression {
    if (value === null && text !== 'null') this.tokens.fail();
    this.tokens.take();
    return literal(type, value);
  }
}
