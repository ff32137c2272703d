import { type FilterToken, filterTokens } from './filter-tokens';

export type Predicate<T> = (subject: T) => boolean;

/** What differs between the surfaces: which properties and operators a comparison may use, and how a refusal is said. */
export interface FilterDialect<T> {
  /** One comparison: property, operator, literal, in this order. Throws for what the surface does not take. */
  comparison(property: FilterToken, operator: FilterToken, literal: FilterToken): Predicate<T>;
  refusal(detail: string): Error;
}

const END: FilterToken = { kind: 'close', value: 'end of the expression', at: -1 };

/** `or` of `and` of `not`, brackets and comparisons: the part of OData 4.0's filter grammar (section 5.1.1) that needs no functions. */
class FilterParser<T> {
  private place = 0;

  constructor(
    private readonly tokens: readonly FilterToken[],
    private readonly dialect: FilterDialect<T>,
  ) {}

  whole(): Predicate<T> {
    const predicate = this.either();
    const rest = this.tokens[this.place];
    if (rest) throw this.dialect.refusal(`Syntax error: unexpected '${rest.value}' at position ${rest.at}.`);
    return predicate;
  }

  private take(): FilterToken {
    const token = this.tokens[this.place] ?? END;
    this.place += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.place];
    if (token?.kind !== 'word' || token.value !== word) return false;
    this.place += 1;
    return true;
  }

  private either(): Predicate<T> {
    let left = this.both();
    while (this.takeWord('or')) {
      const [before, after] = [left, this.both()];
      left = (subject) => before(subject) || after(subject);
    }
    return left;
  }

  private both(): Predicate<T> {
    let left = this.one();
    while (this.takeWord('and')) {
      const [before, after] = [left, this.one()];
      left = (subject) => before(subject) && after(subject);
    }
    return left;
  }

  private one(): Predicate<T> {
    if (this.takeWord('not')) {
      const inner = this.one();
      return (subject) => !inner(subject);
    }
    const first = this.take();
    if (first.kind !== 'open') return this.dialect.comparison(first, this.take(), this.take());
    const inner = this.either();
    const last = this.take();
    if (last === END || last.kind !== 'close') throw this.dialect.refusal('Syntax error: a bracket is not closed.');
    return inner;
  }
}

/** Reads a `$filter` in a surface's dialect, refusing what the service refuses. */
export function parseFilter<T>(filter: string, dialect: FilterDialect<T>): Predicate<T> {
  return new FilterParser(filterTokens(filter, dialect.refusal), dialect).whole();
}
