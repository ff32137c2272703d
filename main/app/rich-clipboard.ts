import { ClipboardItem, clipboard } from 'electron';

/** How Electron took several forms at once before version 45: the runtime of some development machines (docs/building.md). */
interface EarlierClipboard {
  write(content: { text: string; html?: string }): void;
}

/** Puts a text on the clipboard, with HTML for programs that take it. */
export async function writeClipboard({ text, html }: { text: string; html?: string }): Promise<void> {
  if (html === undefined) return clipboard.writeText(text);
  const earlier = clipboard as unknown as EarlierClipboard;
  // The earlier one has no such export.
  if (typeof ClipboardItem === 'undefined') return earlier.write({ text, html });
  await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
}
