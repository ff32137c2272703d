import { z } from 'zod';
import type { HuntingColumn, HuntingType, HuntingValue } from '../../contract/hunting';
import { isRecord, type JsonRecord } from '../incidents/lenient';
import { BACKSLASH, CLOSE_BRACE, CLOSE_LIST, OPEN_BRACE, OPEN_LIST, QUOTE } from '../incidents/json-signs';
import { parseJson } from '../incidents/json-text';

/** Told what an answer holds while it comes: columns before rows, rows in their order. */
export interface AnswerSink {
  columns(columns: readonly HuntingColumn[]): void;
  rows(rows: HuntingValue[][]): void;
}

/** The body is no answer to a query. */
export class UnreadableAnswer extends Error {}

/** Rows parsed at once: few enough to keep no time, many enough to be cheap. */
const BATCH_BYTES = 128 * 1024;

const schemaEntry = z.looseObject({
  name: z.string().optional(),
  Name: z.string().optional(),
  type: z.string().optional(),
  Type: z.string().optional(),
});

/**
 * Reads the answer of a query while it comes in, so that no more of it than a few rows is in memory: finds the rows in the list `results` by their
 * braces, and parses them some at a time. Both spellings: `schema`/`results` (Graph) and `Schema`/`Results` (Defender XDR).
 */
export class AnswerReader {
  #pending: Buffer = Buffer.alloc(0);
  /** How far `#pending` was looked through. */
  #at = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #stringStart = 0;
  #key = '';
  /** Start of the value that is kept whole: the schema, or the first row not yet handed on. */
  #start = -1;
  #section: 'schema' | 'results' | null = null;
  #columns: HuntingColumn[] | null = null;
  /** Rows that came before their schema: the order of keys is not promised. */
  #early: JsonRecord[] = [];
  #sawResults = false;
  #ended = false;

  constructor(private readonly sink: AnswerSink) {}

  take(chunk: Uint8Array): void {
    this.#pending = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    this.#scan();
    this.#shrink();
  }

  /** The body ended. Throws UnreadableAnswer where it was no answer. */
  end(): void {
    if (!this.#ended || !this.#sawResults) throw new UnreadableAnswer('The answer is not the result of a query.');
    if (!this.#columns) this.#setColumns(namesOf(this.#early));
  }

  #scan(): void {
    const bytes = this.#pending;
    for (let at = this.#at; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inString = false;
          if (this.#depth === 1) this.#key = bytes.toString('utf8', this.#stringStart + 1, at);
        }
      } else if (byte === QUOTE) {
        this.#inString = true;
        this.#stringStart = at;
      } else if (byte === OPEN_BRACE || byte === OPEN_LIST) {
        this.#depth += 1;
        if (this.#depth === 2) this.#open(at, byte);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_LIST) {
        this.#depth -= 1;
        if (this.#depth === 1) this.#close(at);
        else if (this.#depth === 2 && this.#section === 'results' && at - this.#start > BATCH_BYTES) this.#handOn(at + 1);
        else if (this.#depth === 0) this.#ended = true;
      }
    }
    this.#at = bytes.length;
  }

  #open(at: number, byte: number): void {
    const key = this.#key.toLowerCase();
    this.#section = byte === OPEN_LIST && (key === 'schema' || key === 'results') ? key : null;
    if (this.#section === null) return;
    this.#start = at + 1;
    if (this.#section === 'results') this.#sawResults = true;
  }

  #close(at: number): void {
    if (this.#section === 'schema') this.#setColumns(columnsOf(this.#listOf(this.#start, at)));
    if (this.#section === 'results') this.#handOn(at);
    this.#section = null;
    this.#start = -1;
  }

  #handOn(end: number): void {
    const rows = this.#listOf(this.#start, end).filter(isRecord);
    this.#start = end;
    if (rows.length === 0) return;
    if (!this.#columns) this.#early.push(...rows);
    else this.#tell(this.#columns, rows);
  }

  #listOf(start: number, end: number): unknown[] {
    const text = this.#pending.toString('utf8', start, end).replace(/^\s*,/, '');
    let list: unknown;
    try {
      list = parseJson(`[${text}]`);
    } catch {
      throw new UnreadableAnswer('The answer holds rows that are not JSON.');
    }
    return list as unknown[];
  }

  #setColumns(columns: HuntingColumn[]): void {
    this.#columns = columns;
    this.sink.columns(columns);
    if (this.#early.length > 0) this.#tell(columns, this.#early);
    this.#early = [];
  }

  #tell(columns: readonly HuntingColumn[], rows: readonly JsonRecord[]): void {
    this.sink.rows(rows.map((row) => columns.map(({ name, type }) => valueOf(row[name], type))));
  }

  /** Lets go of what was handed on. */
  #shrink(): void {
    const keep = this.#inString && (this.#start < 0 || this.#stringStart < this.#start) ? this.#stringStart : this.#start;
    const from = keep < 0 ? this.#at : keep;
    if (from === 0) return;
    this.#pending = this.#pending.subarray(from);
    this.#at -= from;
    this.#stringStart -= from;
    if (this.#start >= 0) this.#start -= from;
  }
}

function columnsOf(schema: unknown[]): HuntingColumn[] {
  return schema.flatMap((entry) => {
    const parsed = schemaEntry.safeParse(entry);
    const name = parsed.data?.name ?? parsed.data?.Name;
    return name === undefined ? [] : [{ name, type: typeOf(parsed.data?.type ?? parsed.data?.Type ?? '') }];
  });
}

/** Without a schema: every key met, as text of an unknown type. */
function namesOf(rows: readonly JsonRecord[]): HuntingColumn[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !key.startsWith('@odata.'))))].map((name) => ({
    name,
    type: 'other',
  }));
}

const TYPES: Readonly<Record<string, HuntingType>> = {
  string: 'string',
  int64: 'long',
  long: 'long',
  int32: 'int',
  int: 'int',
  double: 'real',
  real: 'real',
  sqldecimal: 'decimal',
  decimal: 'decimal',
  datetime: 'datetime',
  date: 'datetime',
  timespan: 'timespan',
  time: 'timespan',
  sbyte: 'bool',
  boolean: 'bool',
  bool: 'bool',
  guid: 'guid',
  uuid: 'guid',
  object: 'dynamic',
  dynamic: 'dynamic',
};

/** .NET's names as the service sends them, or Kusto's own. */
export function typeOf(written: string): HuntingType {
  return TYPES[written.replace(/^System\.(?:Data\.SqlTypes\.)?/i, '').toLowerCase()] ?? 'other';
}

function valueOf(value: unknown, type: HuntingType): HuntingValue {
  if (value === undefined || value === null) return null;
  if (type === 'bool' && (value === 0 || value === 1)) return value === 1;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
