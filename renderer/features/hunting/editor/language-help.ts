import { autocompletion, type Completion as Option, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import { type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { i18n } from '@lingui/core';
import type { LanguageClient } from '../language/language-client';
import type { Analysis, Completion, CompletionKind, Span } from '../language/protocol';

/** How long the hand rests before the text is looked through (ms). */
const REST_MS = 200;
/** A name that could not be one: the library is asked anew there. */
const WORD = /[A-Za-z_][A-Za-z0-9_]*$/;

export interface LanguageHelp {
  client: LanguageClient;
  /** What stands before the text when it is asked for: its parameters. */
  prefix(): string;
}

/** Completion, colours, errors and words on hover, all from the language worker. Where it fails the editor stays a plain one. */
export function languageHelp(help: LanguageHelp): Extension {
  return [
    spansField,
    autocompletion({ override: [(context) => complete(help, context)], icons: false, maxRenderedOptions: 200 }),
    hoverTooltip((view, at) => explain(help, view, at), { hoverTime: 350 }),
    ViewPlugin.define((view) => new Analyser(view, help)),
  ];
}

const newSpans = StateEffect.define<readonly Span[]>();

const spansField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let spans = before.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(newSpans)) spans = decorate(effect.value, transaction.state.doc.length);
    return spans;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(spans: readonly Span[], length: number): DecorationSet {
  const ranges = spans.flatMap(({ from, to, kind }): Range<Decoration>[] =>
    to <= length ? [Decoration.mark({ class: `kql-${kind}` }).range(from, to)] : [],
  );
  return RangeSet.of(ranges, true);
}

/** Has the text looked through whenever the hand rests; an answer to an older text is dropped. */
class Analyser {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #gone = false;

  constructor(
    private readonly view: EditorView,
    private readonly help: LanguageHelp,
  ) {
    this.#soon(0);
  }

  update({ docChanged, transactions }: ViewUpdate): void {
    if (docChanged || transactions.some((one) => one.effects.some((effect) => effect.is(lookAgain)))) this.#soon(REST_MS);
  }

  destroy(): void {
    this.#gone = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #soon(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), ms);
  }

  async #look(): Promise<void> {
    const { doc } = this.view.state;
    const prefix = this.help.prefix();
    const analysis = await this.help.client.ask('analyse', { text: prefix + doc.toString() }).catch(() => null);
    if (!analysis || this.#gone || this.view.state.doc !== doc) return;
    const { findings, spans } = behind(prefix.length, analysis);
    this.view.dispatch(setDiagnostics(this.view.state, doc.toString().trim() === '' ? [] : findings.map(within(doc.length))), {
      effects: newSpans.of(spans),
    });
  }
}

/** The text before the query became another one: it has to be looked through again. */
export const lookAgain = StateEffect.define<null>();

/** An analysis without what stands before the text. */
function behind(length: number, { findings, spans }: Analysis): Analysis {
  const own = <T extends { from: number; to: number }>(one: T): T[] =>
    one.to > length ? [{ ...one, from: Math.max(0, one.from - length), to: one.to - length }] : [];
  return { findings: findings.flatMap(own), spans: spans.flatMap(own) };
}

const within =
  (length: number) =>
  <T extends { from: number; to: number }>(one: T): T => ({ ...one, from: Math.min(one.from, length), to: Math.min(one.to, length) });

async function complete({ client, prefix }: LanguageHelp, context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.matchBefore(WORD);
  const typed = context.state.sliceDoc(Math.max(0, context.pos - 2), context.pos);
  // Unasked only inside a name, and where a name can follow.
  if (!context.explicit && !before && !/[|(,] ?$| $/.test(typed)) return null;
  const start = prefix();
  const found = await client
    .ask('complete', { text: start + context.state.doc.toString(), at: start.length + context.pos })
    .catch(() => null);
  // Whoever went elsewhere meanwhile finds no list over what is there.
  if (!found || context.aborted || context.view?.hasFocus === false || found.items.length === 0) return null;
  const from = Math.max(0, found.from - start.length);
  if (!context.explicit && !before && found.items.length > 100) return null;
  return { from, to: Math.max(from, found.to - start.length), options: found.items.map(optionOf), validFor: /^\w*$/ };
}

const KIND_WORDS: Readonly<Record<CompletionKind, string>> = {
  table: /*i18n*/ 'table',
  column: /*i18n*/ 'column',
  function: /*i18n*/ 'function',
  keyword: /*i18n*/ 'keyword',
  operator: /*i18n*/ 'operator',
  variable: /*i18n*/ 'variable',
  type: /*i18n*/ 'type',
  other: '',
};
/** What is nearest to the data stands first among what fits equally well. */
const BOOST: Readonly<Partial<Record<CompletionKind, number>>> = { table: 30, column: 30, variable: 20, operator: 10 };

function optionOf({ label, before, after, kind, order }: Completion): Option {
  return {
    label,
    sortText: order,
    detail: KIND_WORDS[kind] && i18n.t(KIND_WORDS[kind]),
    boost: BOOST[kind] ?? 0,
    apply: (view, _option, from, to) => {
      view.dispatch({
        changes: { from, to, insert: before + after },
        selection: { anchor: from + before.length },
        userEvent: 'input.complete',
      });
    },
  };
}

async function explain({ client, prefix }: LanguageHelp, view: EditorView, at: number) {
  const start = prefix();
  const text = await client.ask('explain', { text: start + view.state.doc.toString(), at: start.length + at }).catch(() => null);
  // An error says its own words there.
  if (!text || hasFinding(view, at)) return null;
  const word = view.state.wordAt(at);
  return { pos: word?.from ?? at, end: word?.to ?? at, above: true, create: () => ({ dom: hoverOf(text) }) };
}

function hasFinding({ state }: EditorView, at: number): boolean {
  let any = false;
  forEachDiagnostic(state, (_finding, from, to) => {
    any ||= from <= at && at <= to;
  });
  return any;
}

/** The first line is what it is, the rest says more. */
function hoverOf(text: string): HTMLElement {
  const [first = '', ...more] = text.split('\n');
  const dom = document.createElement('div');
  dom.className = 'kql-hover';
  const head = document.createElement('b');
  head.textContent = first.length > 300 ? `${first.slice(0, 300)}…` : first;
  dom.append(head, more.join('\n').trim());
  return dom;
}
