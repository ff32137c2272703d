import { badQuery } from './api-error';
import { comparison, type Predicate } from './comparison';
import { type FilterToken, filterTokens } from './filter-tokens';

const END: FilterToken = { kind: 'close', value: 'end of the expression', at: -1 };

/** `or` of `and` of `not`, brackets and comparisons: the part of OData 4.0's filter grammar (section 5.1.1) that needs no functions. */
class FilterParser {
  private place = 0;

  constructor(private readonly tokens: readonly FilterToken[]) {}

  whole(): Predicate {
    const predicate = this.either();
    const rest = this.tokens[this.place];
    if (rest) throw badQuery(`Syntax error: unexpected '${rest.value}' at position ${rest.at}.`);
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

  private either(): Predicate {
    let left = this.both();
    while (this.takeWord('or')) {
      const [before, after] = [left, this.both()];
      left = (header) => before(header) || after(header);
    }
    return left;
  }

  private both(): Predicate {
    let left = this.one();
    while (this.takeWord('and')) {
      const [before, after] = [left, this.one()];
      left = (header) => before(header) && after(header);
    }
    return left;
  }

  private one(): Predicate {
    if (this.takeWord('not')) {
      const inner = this.one();
      return (header) => !inner(header);
    }
    const first = this.take();
    if (first.kind !== 'open') return comparison(first, this.take(), this.take());
    const inner = this.either();
    const last = this.take();
    if (last === END || last.kind !== 'close') throw badQuery('Syntax error: a bracket is not closed.');
    return inner;
  }
}

/** Reads a `$filter`, refusing what the service refuses: other properties, functions, quoted times. */
export function parseFilter(filter: string): Predicate {
  return new FilterParser(filterTokens(filter)).whole();
}
