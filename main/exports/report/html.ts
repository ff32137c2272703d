/** HTML that was put together here. Everything else becomes text when it gets into it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Html[];

/** Template for HTML: what is put in between is escaped, unless it is HTML made the same way. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.reduce((text, piece, at) => text + textOf(parts[at - 1] ?? '') + piece));
}

/** Text as HTML shows it, also between quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}
