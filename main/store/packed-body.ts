import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip as gunzipLater } from 'node:zlib';
import { giveBack, PIECE_BYTES } from '../utility/give-back';

/** The body of an answer as it is kept: `gzip` as it came over the network, `br` where it came unpacked. */
export interface PackedBody {
  encoding: 'br' | 'gzip';
  bytes: Uint8Array;
}

const compress = promisify(brotliCompress);
const gunzip = promisify(gunzipLater);
/** A page of incidents unpacks to half a megabyte: one piece, whose memory is given back. */
const LARGE_PIECES = { chunkSize: PIECE_BYTES };
const DECOMPRESS = { br: promisify(brotliDecompress), gzip: (bytes: Uint8Array) => gunzip(bytes, LARGE_PIECES) };
/** Of all there is in Node 20 the quickest that also makes pages smaller than gzip does at its default level (docs/decisions/0016-store-care.md). */
const QUICKEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A body to be kept: as it is where it came packed, else compressed, off the calling thread. Unpacked again it is the same byte for byte. */
export async function packBody({ bytes, encoding }: { bytes: Uint8Array; encoding?: PackedBody['encoding'] }): Promise<PackedBody> {
  return encoding ? { encoding, bytes } : { encoding: 'br', bytes: await compress(bytes, QUICKEST) };
}

/** The text of a kept body. Throws where the bytes are damaged. */
export function unpackBody(packed: PackedBody): Promise<string> {
  return readUnpacked(packed, (bytes) => bytes.toString('utf8'));
}

/** Reads the bytes of a kept body, which are gone afterwards. Throws where they are damaged. */
export async function readUnpacked<T>({ encoding, bytes }: PackedBody, read: (bytes: Buffer) => T): Promise<T> {
  const unpacked = await DECOMPRESS[encoding](bytes);
  try {
    return read(unpacked);
  } finally {
    giveBack(unpacked);
  }
}
