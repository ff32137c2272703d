import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below `folder` that hold one of the texts, as UTF-8 or UTF-16. Also says how many files were read: none read proves nothing. */
export function searchFolder(folder: string, texts: readonly string[]): { filesRead: number; hits: string[] } {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const hits: string[] = [];
  let filesRead = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    filesRead += 1;
    if (needles.some((needle) => content.includes(needle))) hits.push(path);
  }
  return { filesRead, hits };
}
