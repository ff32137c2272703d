import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip } from 'node:zlib';

/** The body of an answer as it is kept. `gzip`: pages stored by the first version. */
export interface PackedBody {
  encoding: 'br' | 'gzip';
  bytes: Uint8Array;
}

const compress = promisify(brotliCompress);
const DECOMPRESS = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };
/** Of all there is in Node 20 the quickest that also makes pages smaller than gzip does at its default level (docs/decisions/0016-store-care.md). */
const QUICKEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Compresses a body, off the calling thread. Unpacked again it is the same byte for byte. */
export async function packBody(body: Uint8Array): Promise<PackedBody> {
  return { encoding: 'br', bytes: await compress(body, QUICKEST) };
}

/** The text of a kept body. Throws where the bytes are damaged. */
export async function unpackBody({ encoding, bytes }: PackedBody): Promise<string> {
  return (await DECOMPRESS[encoding](bytes)).toString('utf8');
}
