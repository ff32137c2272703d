import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 8 * 1024 * 1024;

/** Encodings a string of the page can have in V8's heap: one byte or two per character. */
const needlesOf = (text: string): Buffer[] => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];

/**
 * How often `text` occurs in the memory of a running process, in either of V8's string encodings. Needs the right to read that memory (root may).
 * Throws when it cannot be read: nothing found in nothing read would prove nothing.
 */
export function countInMemory(pid: number, text: string): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const needles = needlesOf(text);
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  let found = 0;
  let bytes = 0;
  try {
    for (const { start, end } of writableRanges(pid)) {
      for (let at = start; at < end; at += CHUNK) {
        const part = readAt(memory, at, Math.min(end - at, CHUNK + overlap));
        bytes += part.length;
        for (const needle of needles) found += occurrences(part, needle, CHUNK);
      }
    }
  } finally {
    closeSync(memory);
  }
  if (bytes === 0) throw new Error(`Nothing of process ${pid} could be read`);
  return found;
}

/** Where strings live: heaps, stacks and anonymous memory. */
function writableRanges(pid: number): { start: number; end: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ start: Number.parseInt(match[1] ?? '0', 16), end: Number.parseInt(match[2] ?? '0', 16) }));
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, length, position));
  } catch {
    // Reserved but never used: there is nothing behind these addresses.
    return buffer.subarray(0, 0);
  }
}

/** Occurrences that begin before `limit`; later ones belong to the next chunk. */
function occurrences(buffer: Buffer, needle: Buffer, limit: number): number {
  let count = 0;
  for (let at = buffer.indexOf(needle); at >= 0 && at < limit; at = buffer.indexOf(needle, at + 1)) count += 1;
  return count;
}
