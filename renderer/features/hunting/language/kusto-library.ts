import './kusto-shim';
import '@kusto/language-service-next/bridge.min';
import '@kusto/language-service-next/Kusto.Language.Bridge.min';
import type { TableShape } from './table-shape';

/** A list of the translated library. */
interface KustoList<T> {
  readonly listOf: T;
}

export interface KustoCompletion {
  readonly DisplayText: string;
  readonly BeforeText: string;
  readonly AfterText: string;
  readonly Kind: number;
  readonly OrderText: string;
}

/** One text as the library understands it. Positions are in UTF-16 units from the start of the text. */
export interface KustoCode {
  GetDiagnostics(): KustoList<{ readonly Start: number; readonly Length: number; readonly Severity: string; readonly Message: string }>;
  GetClassifications(start: number, length: number): { Classifications: KustoList<{ Start: number; Length: number; Kind: number }> };
  GetCompletionItems(position: number): { EditStart: number; EditLength: number; Items: KustoList<KustoCompletion> };
  GetQuickInfo(position: number): { readonly Text: string | null };
  GetFormattedText(options: FormattingOptions): { readonly Text: string };
}

interface FormattingOptions {
  WithPipeOperatorStyle(style: number): FormattingOptions;
}

export interface KustoGlobals {
  WithDatabase(database: unknown): KustoGlobals;
}

/** The part of the library that is used. Names like `$ctor6` number the overloads of a constructor, so the exact version is pinned and a test holds it. */
interface KustoLibrary {
  Kusto: {
    Language: {
      GlobalState: { Default: KustoGlobals };
      Editor: {
        KustoCodeService: { $ctor1: new (text: string, globals: KustoGlobals) => KustoCode };
        FormattingOptions: { Default: FormattingOptions };
        PlacementStyle: { NewLine: number };
      };
      Symbols: {
        ScalarTypes: { GetSymbol(type: string): unknown };
        ColumnSymbol: new (name: string, type: unknown, about: string | null, a: null, b: null, c: null) => unknown;
        TableSymbol: { $ctor6: new (name: string, columns: unknown, about: string | null) => unknown };
        DatabaseSymbol: { $ctor2: new (name: string, alternate: null, members: unknown[]) => unknown };
      };
    };
  };
  Bridge: { toArray<T>(list: KustoList<T>): T[]; ArrayEnumerable: new (items: unknown[]) => unknown };
}

const { Kusto, Bridge } = globalThis as unknown as KustoLibrary;

export const toArray = <T>(list: KustoList<T>): T[] => Bridge.toArray(list);

/** What names a query may use: these tables, and all that is built into the language. */
export function globalsWith(tables: readonly TableShape[]): KustoGlobals {
  const { GlobalState, Symbols } = Kusto.Language;
  const members = tables.map(({ name, about, columns }) => {
    const symbols = columns.map(
      (column) => new Symbols.ColumnSymbol(column.name, Symbols.ScalarTypes.GetSymbol(column.type), column.about, null, null, null),
    );
    return new Symbols.TableSymbol.$ctor6(name, new Bridge.ArrayEnumerable(symbols), about);
  });
  return GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor2('AdvancedHunting', null, members));
}

export function codeOf(text: string, globals: KustoGlobals): KustoCode {
  return new Kusto.Language.Editor.KustoCodeService.$ctor1(text, globals);
}

/** Every step of a query on a line of its own, as everybody writes them. */
export function stepsOnLines(): FormattingOptions {
  const { FormattingOptions, PlacementStyle } = Kusto.Language.Editor;
  return FormattingOptions.Default.WithPipeOperatorStyle(PlacementStyle.NewLine);
}
