const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16LE_BOM = [0xff, 0xfe];
const UTF16BE_BOM = [0xfe, 0xff];

/**
 * The text in a file's bytes, without its byte order mark: UTF-8 or UTF-16 as marked; UTF-16 without a mark where every other byte of the
 * beginning is zero; UTF-8 where the bytes are; else Windows-1252, in which older spreadsheets save. Null: this is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  const text = encoding === null ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}

/** Null: none of the Unicode ones. */
function encodingOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, UTF8_BOM)) return 'utf-8';
  if (startsWith(bytes, UTF16LE_BOM)) return 'utf-16le';
  if (startsWith(bytes, UTF16BE_BOM)) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Latin text in UTF-16 has a zero in every pair of bytes: which half says which order. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(32, Math.floor(bytes.length / 2));
  let low = 0;
  let high = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[pair * 2] === 0) low += 1;
    if (bytes[pair * 2 + 1] === 0) high += 1;
  }
  if (pairs < 2) return null;
  if (high > pairs * 0.7 && low === 0) return 'utf-16le';
  return low > pairs * 0.7 && high === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has controls; the five places that are free become a dot. */
const WINDOWS = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** By hand: the TextDecoder of some Node versions takes Windows-1252 for Latin-1. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char);
}
