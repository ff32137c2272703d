import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip as gunzipLater, gunzipSync } from 'node:zlib';
import { PIECE_BYTES } from '../utility/give-back';
import type { FetchAnswer } from './fetch-port';

export interface Body {
  /** Unpacked. */
  bytes: Uint8Array;
  /** The same as it came, where it came packed. */
  gzip?: Uint8Array;
}

const gunzip = promisify(gunzipLater);
/** Smaller ones are unpacked at once: handing the work to another thread costs more than it takes. */
const AT_ONCE_BYTES = 256 * 1024;
/** JSON packs to a tenth: with room for sixteen times as much, most is unpacked in one piece. */
const ROOM = 16;
const LEAST_ROOM = 16 * 1024;

export interface ReadBodyParts {
  /** Is handed the body unpacked while it comes; nothing is kept then. */
  onBody?: ((chunk: Uint8Array) => void) | undefined;
  /** Resolves when there is room to keep so many more bytes. */
  room?(bytes: number): Promise<void>;
}

/** Who is handed a body while it comes did not take it; `cause` is why. */
export class BodyRefused extends Error {}

/**
 * The whole body, or null when it is larger than allowed, packed or unpacked (the rest is then not read). With `onBody` it is handed on unpacked while it
 * comes, and nothing is kept. Throws where it ends too early or is damaged.
 * @throws BodyRefused with what `onBody` threw
 */
export async function readBody(
  { body, packed }: Pick<FetchAnswer, 'body' | 'packed'>,
  maxBytes: number,
  { onBody, room }: ReadBodyParts = {},
): Promise<Body | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (packed && onBody ? unpackedStream(body) : body) ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    if (onBody) {
      handOn(chunk, onBody);
      continue;
    }
    await room?.(chunk.byteLength);
    chunks.push(chunk);
  }
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  if (!packed || bytes.byteLength === 0) return { bytes };
  await room?.(Math.min(saidUnpacked(bytes), maxBytes));
  const unpacked = await unpack(bytes, maxBytes);
  return unpacked && { bytes: unpacked, gzip: bytes };
}

function unpackedStream(body: FetchAnswer['body']): AsyncIterable<Uint8Array> {
  // Who iterates over it hears of its errors.
  return pipeline(Readable.from(body ?? []), createGunzip({ chunkSize: AT_ONCE_BYTES }), () => undefined);
}

function handOn(chunk: Uint8Array, onBody: (chunk: Uint8Array) => void): void {
  try {
    onBody(chunk);
  } catch (cause) {
    throw new BodyRefused('The body was not taken', { cause });
  }
}

/** The size a pack ends with ("GZIP file format", RFC 1952: ISIZE). Of several packs, that of the last. */
function saidUnpacked(gzip: Uint8Array): number {
  return gzip.byteLength < 4 ? 0 : new DataView(gzip.buffer, gzip.byteOffset + gzip.byteLength - 4, 4).getUint32(0, true);
}

async function unpack(gzip: Uint8Array, maxBytes: number): Promise<Uint8Array | null> {
  const atOnce = gzip.byteLength <= AT_ONCE_BYTES;
  const options = { maxOutputLength: maxBytes, chunkSize: Math.max(LEAST_ROOM, Math.min(gzip.byteLength * ROOM, PIECE_BYTES)) };
  try {
    return atOnce ? gunzipSync(gzip, options) : await gunzip(gzip, options);
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** Text of a body: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is dropped. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Whether a body is a web page: what proxies and captive portals answer in the service's place. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<\?xml)/i.test(text);
}
