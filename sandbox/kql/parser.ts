import { syntaxError } from './errors';
import { type Token, type TokenKind, tokensOf } from './tokens';

/** Walks over the tokens of a query. */
export class Tokens {
  readonly #tokens: Token[];
  #next = 0;

  constructor(readonly query: string) {
    this.#tokens = tokensOf(query);
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)] as Token;
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Whether the next token is this sign or word. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'sign' || token.kind === 'name') && token.text === text;
  }

  /** Takes the sign or word where it is next. */
  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.#next += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail();
  }

  takeKind(kind: TokenKind): Token {
    if (this.peek().kind !== kind) this.fail();
    return this.take();
  }

  name(): string {
    return this.takeKind('name').text;
  }

  fail(): never {
    throw syntaxError(this.query, this.peek().at);
  }

  /** What `read` finds between commas; one at least. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.accept(',')) items.push(read());
    return items;
  }
}
