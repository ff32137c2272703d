import type { Field } from '../../contract/incident';
import { asInstant, asList, asText, fieldsOf, isRecord, type JsonRecord } from './lenient';

/**
 * Reads the known fields of a record and remembers which were understood, so that everything else (unknown names, known
 * names in a form we cannot show in their place) is left over for the generic list and nothing is lost.
 */
export class TakenFields {
  readonly #taken = new Set<string>();

  constructor(private readonly record: JsonRecord) {}

  /** The first of the names that holds something, as text. */
  text(...names: string[]): string | null {
    return this.#first(names, (value) => asText(value));
  }

  /** Marks a field as read where `shown`, what another place shows of it, is all that it holds. */
  shownElsewhere(name: string, shown: string | null): void {
    const value = this.record[name];
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const text = String(value).trim();
    if (text === '' || text === shown?.trim()) this.#taken.add(name);
  }

  /** Milliseconds since 1970. A time that cannot be read stays left over, as it came. */
  instant(...names: string[]): number | null {
    return this.#first(names, asInstant);
  }

  /** A list of texts; objects in it become JSON text. */
  texts(name: string): string[] {
    this.#taken.add(name);
    return asList(this.record[name]).flatMap((item) => asText(item) ?? []);
  }

  /** A list of whatever came. */
  list(name: string): unknown[] {
    this.#taken.add(name);
    return asList(this.record[name]);
  }

  /** What was not read above. */
  rest(): Field[] {
    return fieldsOf(this.record, this.#taken);
  }

  #first<T>(names: string[], read: (value: unknown) => T | null): T | null {
    for (const name of names) {
      const value = read(this.record[name]);
      if (value === null) continue;
      this.#taken.add(name);
      return value;
    }
    return null;
  }
}

/** A record out of whatever stands in a list of records. */
export function recordOf(item: unknown): JsonRecord {
  return isRecord(item) ? item : { value: item };
}
