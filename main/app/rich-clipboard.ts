import * as electron from 'electron';

/** How Electron took several forms at once before version 45: the runtime of some development machines (docs/building.md). */
interface EarlierClipboard {
  write(content: { text: string; html?: string }): void;
}

/** Puts a text on the clipboard, with HTML for programs that take it. */
export async function writeClipboard({ text, html }: { text: string; html?: string }): Promise<void> {
  if (html === undefined) return electron.clipboard.writeText(text);
  // Asked for by name: the earlier one has no such export.
  const earlier = electron.clipboard as unknown as EarlierClipboard;
  if (!Object.hasOwn(electron, 'ClipboardItem')) return earlier.write({ text, html });
  await electron.clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })]);
}
