import { codeOf, globalsWith, type KustoCode, stepsOnLines, toArray } from './kusto-library';
import type { Analysis, Completion, CompletionKind, Completions, SpanKind } from './protocol';
import type { TableShape } from './table-shape';

/** Kinds of the library, by their number (`Kusto.Language.Editor.CompletionKind`). */
const COMPLETION_KINDS: Readonly<Record<number, CompletionKind>> = {
  1: 'keyword',
  6: 'operator',
  7: 'operator',
  8: 'operator',
  9: 'operator',
  11: 'operator',
  13: 'column',
  14: 'table',
  15: 'function',
  16: 'function',
  17: 'function',
  18: 'function',
  19: 'variable',
  20: 'variable',
  26: 'type',
};

/** The same of `ClassificationKind`; punctuation and what is unknown keep the plain colour. */
const SPAN_KINDS: Readonly<Record<number, SpanKind>> = {
  1: 'comment',
  4: 'literal',
  5: 'string',
  6: 'type',
  7: 'column',
  8: 'table',
  10: 'function',
  11: 'variable',
  12: 'variable',
  15: 'variable',
  16: 'operator',
  17: 'operator',
  18: 'operator',
  20: 'keyword',
};

/** Proposals that mean nothing where hunting goes to one database of one tenant. */
const ELSEWHERE = new Set(['cluster', 'database', 'entity_group', 'external_table', 'graph', 'materialized_view', 'stored_query_result']);

/**
 * What Microsoft's language service says of one query: its whole text is one query, empty lines and all, as hunting takes it.
 * The text asked about last is kept parsed.
 */
export class KustoService {
  #globals = globalsWith([]);
  #last: { text: string; code: KustoCode } | null = null;

  /** The tables there are, in place of those there were. */
  setTables(tables: readonly TableShape[]): void {
    this.#globals = globalsWith(tables);
    this.#last = null;
  }

  complete(text: string, at: number): Completions {
    const { EditStart, EditLength, Items } = this.#code(text).GetCompletionItems(at);
    const items = toArray(Items)
      .filter(({ BeforeText }) => !ELSEWHERE.has(BeforeText.replace(/\W.*$/s, '')))
      .map(
        ({ DisplayText, BeforeText, AfterText, Kind, OrderText }): Completion => ({
          label: DisplayText,
          before: BeforeText,
          after: AfterText,
          kind: COMPLETION_KINDS[Kind] ?? 'other',
          order: OrderText,
        }),
      );
    return { from: EditStart, to: EditStart + EditLength, items };
  }

  analyse(text: string): Analysis {
    const code = this.#code(text);
    return {
      findings: toArray(code.GetDiagnostics()).map(({ Start, Length, Severity, Message }) => ({
        from: Start,
        to: Start + Length,
        severity: Severity === 'Error' ? 'error' : 'warning',
        message: Message,
      })),
      spans: toArray(code.GetClassifications(0, text.length).Classifications).flatMap(({ Start, Length, Kind }) => {
        const kind = SPAN_KINDS[Kind];
        return kind && Length > 0 ? { from: Start, to: Start + Length, kind } : [];
      }),
    };
  }

  /** What the word at a place is, in a few lines; null: nothing is known of it. */
  explain(text: string, at: number): string | null {
    return this.#code(text).GetQuickInfo(at).Text?.trim() || null;
  }

  format(text: string): string {
    return this.#code(text).GetFormattedText(stepsOnLines()).Text.replaceAll('\r\n', '\n');
  }

  #code(text: string): KustoCode {
    if (this.#last?.text !== text) this.#last = { text, code: codeOf(text, this.#globals) };
    return this.#last.code;
  }
}
