import type { TableShape } from './table-shape';

/** One proposal at a place in a query. */
export interface Completion {
  label: string;
  /** Put before and behind the caret. */
  before: string;
  after: string;
  kind: CompletionKind;
  /** The library's own order. */
  order: string;
}
export type CompletionKind = 'table' | 'column' | 'function' | 'keyword' | 'operator' | 'variable' | 'type' | 'other';

export interface Completions {
  /** What of the text they stand in place of. */
  from: number;
  to: number;
  items: Completion[];
}

/** Something wrong in a query. */
export interface Finding {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

/** A word of a query and what it is. */
export interface Span {
  from: number;
  to: number;
  kind: SpanKind;
}
export type SpanKind = 'comment' | 'string' | 'literal' | 'table' | 'column' | 'function' | 'operator' | 'keyword' | 'variable' | 'type';

export interface Analysis {
  findings: Finding[];
  spans: Span[];
}

/** What the language worker can be asked for; every request has its answer's type. */
export interface Requests {
  tables: { input: { tables: readonly TableShape[] }; output: null };
  complete: { input: { text: string; at: number }; output: Completions };
  analyse: { input: { text: string }; output: Analysis };
  explain: { input: { text: string; at: number }; output: string | null };
  format: { input: { text: string }; output: string };
}
export type RequestName = keyof Requests;
export type Request = { [N in RequestName]: { id: number; name: N; input: Requests[N]['input'] } }[RequestName];
export type Answer = { id: number; ok: true; output: unknown } | { id: number; ok: false; message: string };
