import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap, toggleComment } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from '@codemirror/view';
import { i18n } from '@lingui/core';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { LanguageClient } from '../language/language-client';
import { editorTheme } from './editor-theme';
import { languageHelp, lookAgain } from './language-help';

/** What can be done to the editor from outside. */
export interface EditorHandle {
  focus(): void;
  format(): void;
  /** Puts a text where the caret is, as one step that can be undone. */
  insert(text: string): void;
}

/** A place in the text that a service refused. */
export interface Refusal {
  from: number;
  to: number;
  message: string;
}

interface KqlEditorProps {
  /** Another one is another text with a history of its own. */
  tabId: string;
  text: string;
  onChange(text: string): void;
  onRun(): void;
  client: LanguageClient;
  /** What stands before the text when it is asked for. */
  prefix: string;
  refusal: Refusal | null;
  ref?: Ref<EditorHandle>;
}

/** What was done to the texts of tabs that are not shown, so that it can still be undone when they are again. */
const histories = new Map<string, unknown>();

/** The editor for one query, keyboard first. Tab takes a proposal, and leaves the editor when there is none. */
export function KqlEditor({ tabId, text, onChange, onRun, client, prefix, refusal, ref }: KqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const newest = useRef({ onChange, onRun, prefix, text });
  useEffect(() => {
    newest.current = { onChange, onRun, prefix, text };
  });

  const format = () => {
    const editor = view.current;
    if (editor) void formatIn(editor, client);
  };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const extensions = [
      Prec.high(
        keymap.of([
          { key: 'Mod-Enter', run: () => (newest.current.onRun(), true) },
          { key: 'Shift-Enter', run: () => (newest.current.onRun(), true) },
          { key: 'Shift-Alt-f', run: (editor) => (void formatIn(editor, client), true) },
          { key: 'Tab', run: acceptCompletion },
          { key: 'Mod-/', run: toggleComment },
        ]),
      ),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      history(),
      bracketMatching(),
      closeBrackets(),
      EditorState.languageData.of(() => [{ commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', '"', "'"] } }]),
      EditorView.lineWrapping,
      tooltips({ position: 'fixed' }),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
      placeholder(i18n.t('Type a query, or choose one from the library. Ctrl+Space proposes what can follow.')),
      EditorView.contentAttributes.of({ 'aria-label': i18n.t('Query'), spellcheck: 'false' }),
      editorTheme,
      languageHelp({ client, prefix: () => newest.current.prefix }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) newest.current.onChange(update.state.doc.toString());
      }),
    ];
    const kept = histories.get(tabId);
    const state = kept
      ? EditorState.fromJSON({ ...(kept as object), doc: newest.current.text }, { extensions }, { history: historyField })
      : EditorState.create({ doc: newest.current.text, extensions });
    const editor = new EditorView({ state, parent: root, root });
    view.current = editor;
    return () => {
      histories.set(tabId, editor.state.toJSON({ history: historyField }));
      editor.destroy();
      view.current = null;
    };
  }, [tabId, client]);

  // A text put in from outside, such as a query of the library.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: lookAgain.of(null) });
  }, [prefix]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || !refusal) return;
    const end = editor.state.doc.length;
    const from = Math.min(refusal.from, end);
    const to = Math.min(Math.max(refusal.to, from), end);
    editor.dispatch(setDiagnostics(editor.state, [{ from, to, severity: 'error', message: refusal.message }]));
  }, [refusal]);

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    format,
    insert: (inserted) => {
      const editor = view.current;
      if (!editor) return;
      editor.dispatch(editor.state.replaceSelection(inserted));
      editor.focus();
    },
  }));

  return <div ref={host} className="kql-editor" />;
}

/** Puts the text in the language's own layout, as one step that can be undone. A text that changed meanwhile stays. */
async function formatIn(editor: EditorView, client: LanguageClient): Promise<void> {
  const { doc } = editor.state;
  const formatted = await client.ask('format', { text: doc.toString() }).catch(() => null);
  if (formatted === null || formatted === doc.toString() || editor.state.doc !== doc) return;
  const anchor = Math.min(editor.state.selection.main.head, formatted.length);
  editor.dispatch({ changes: { from: 0, to: doc.length, insert: formatted }, selection: { anchor } });
}
