import './code-box.css';

/** Text to be copied or compared: monospaced, read-only, selectable, broken anywhere. */
export function CodeBox({ text, label, tall = false }: { text: string; label: string; tall?: boolean }) {
  return (
    // Focusable, so that the keyboard can scroll it.
    <pre className={tall ? 'code-box code-box-tall' : 'code-box'} role="region" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  );
}
