import type { FetchAnswer } from './fetch-port';

/** Who is handed a body while it comes did not take it; `cause` is why. */
export class BodyRefused extends Error {}

/**
 * The whole body, or null when it is larger than allowed (the rest is then not read). With `onBody` it is handed on while it comes, and nothing is kept.
 * @throws BodyRefused with what `onBody` threw
 */
export async function readBody(
  { body }: Pick<FetchAnswer, 'body'>,
  maxBytes: number,
  onBody?: (chunk: Uint8Array) => void,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    if (onBody) handOn(chunk, onBody);
    else chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function handOn(chunk: Uint8Array, onBody: (chunk: Uint8Array) => void): void {
  try {
    onBody(chunk);
  } catch (cause) {
    throw new BodyRefused('The body was not taken', { cause });
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
