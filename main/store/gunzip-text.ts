import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify(gunzip);

/** The text of a gzipped body. */
export async function gunzipText(bytes: Uint8Array): Promise<string> {
  return (await unzip(bytes)).toString('utf8');
}
