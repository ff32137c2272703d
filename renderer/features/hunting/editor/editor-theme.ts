import { EditorView } from '@codemirror/view';
import type { SpanKind } from '../language/protocol';

/** Colours of words, for light and dark; both are readable on the editor's ground (WCAG AA). Where the system forces colours these give way. */
const WORDS: Readonly<Record<SpanKind, string>> = {
  comment: 'light-dark(#3f6f3f, #8fbf8f)',
  string: 'light-dark(#a31515, #e2a08a)',
  literal: 'light-dark(#0f6b53, #b5cea8)',
  table: 'light-dark(#7a3e9d, #d3a6f0)',
  column: 'light-dark(#1d5f8a, #9cdcfe)',
  function: 'light-dark(#785400, #dcdcaa)',
  operator: 'light-dark(#9a4a00, #ffb37a)',
  keyword: 'light-dark(#0033b3, #7db5ff)',
  variable: 'light-dark(#1d5f8a, #9cdcfe)',
  type: 'light-dark(#0f6b53, #4ec9b0)',
};

const words = Object.fromEntries(Object.entries(WORDS).map(([kind, color]) => [`.kql-${kind}`, { color }]));

/** The editor in the colours of the app. It lives in a shadow root, where only variables come in from the page. */
export const editorTheme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--colorNeutralForeground1)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    fontSize: '13px',
  },
  '&.cm-focused': { outline: 'none' },
  // Over the gutter, which would cover an outline.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '250',
    border: '2px solid var(--colorStrokeFocus2)',
    pointerEvents: 'none',
  },
  '.cm-scroller': { fontFamily: 'var(--fontFamilyMonospace)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--colorNeutralForeground1)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--colorNeutralForeground1)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--colorNeutralForeground3)',
    backgroundColor: 'var(--colorNeutralBackground2)',
    borderRight: '1px solid var(--colorNeutralStroke2)',
  },
  '.cm-activeLine': { backgroundColor: 'light-dark(#0000000a, #ffffff0f)' },
  '.cm-activeLineGutter': { color: 'var(--colorNeutralForeground1)', backgroundColor: 'light-dark(#0000000a, #ffffff0f)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'light-dark(#add6ff, #264f78)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--colorNeutralStroke1)' },
  '.cm-placeholder': { color: 'var(--colorNeutralForeground3)' },
  '.cm-tooltip': {
    color: 'var(--colorNeutralForeground1)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    border: '1px solid var(--colorNeutralStroke1)',
    borderRadius: '6px',
    boxShadow: 'var(--shadow16)',
    maxWidth: '560px',
    overflow: 'hidden',
    zIndex: '10',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--fontFamilyMonospace)', maxHeight: '260px', minWidth: '280px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', gap: '12px', padding: '3px 10px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--colorNeutralForeground1)',
    background: 'var(--colorBrandBackground2)',
    outline: '1px solid var(--colorBrandStroke1)',
    outlineOffset: '-1px',
  },
  '.cm-completionLabel': { flex: '1' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { color: 'var(--colorNeutralForeground3)', fontStyle: 'normal', fontFamily: 'var(--fontFamilyBase)' },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--fontFamilyBase)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '4px solid light-dark(#b10e1c, #ff6b78)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid light-dark(#8a5300, #ffb347)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy light-dark(#b10e1c, #ff6b78)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy light-dark(#8a5300, #ffb347)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.kql-hover': { padding: '8px 12px', whiteSpace: 'pre-wrap', lineHeight: '18px', fontFamily: 'var(--fontFamilyBase)' },
  '.kql-hover b': { display: 'block', fontFamily: 'var(--fontFamilyMonospace)', fontWeight: '600', marginBottom: '2px' },
  ...words,
});
