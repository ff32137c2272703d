import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BodyRefused, readBody, textOf } from '../../../main/cloud/read-body';

async function* pieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

describe('a body that comes packed', () => {
  it.each([
    ['small', Buffer.from('{"ä":1}')],
    ['that packs to a thousandth', Buffer.from('x'.repeat(3_000_000))],
    ['that cannot be packed', randomBytes(700_000)],
  ])('is there unpacked and as it came: one %s', async (_name, bytes) => {
    const gzip = gzipSync(bytes);
    const read = await readBody({ body: pieces(gzip, 10_000), packed: 'gzip' }, 4_000_000);
    expect(Buffer.compare(read?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(Buffer.compare(gunzipSync(read?.gzip ?? Buffer.alloc(0)), bytes)).toBe(0);
  });

  it('may come in several packs one behind the other', async () => {
    const body = pieces(Buffer.concat([gzipSync('{"value":'), gzipSync('[]}')]), 7);
    expect(textOf((await readBody({ body, packed: 'gzip' }, 100))?.bytes ?? new Uint8Array())).toBe('{"value":[]}');
  });

  it.each([
    ['unpacked', gzipSync(Buffer.alloc(50_000_000)), 40_000_000],
    ['packed', gzipSync(randomBytes(1_000_000)), 900_000],
    ['packed, though small,', gzipSync(Buffer.alloc(5_000)), 4_000],
  ])('is refused when it is too large %s', async (_name, gzip, most) => {
    expect(await readBody({ body: pieces(gzip, 64_000), packed: 'gzip' }, most)).toBeNull();
  });

  it('is handed on unpacked while it comes', async () => {
    const bytes = Buffer.from('x'.repeat(1_000_000));
    const got: Uint8Array[] = [];
    const read = await readBody({ body: pieces(gzipSync(bytes), 100), packed: 'gzip' }, 2_000_000, { onBody: (chunk) => got.push(chunk) });
    expect([Buffer.compare(Buffer.concat(got), bytes), got.length > 1, read?.bytes.length]).toEqual([0, true, 0]);
    const refuse = () => {
      throw new Error('no room');
    };
    await expect(readBody({ body: pieces(gzipSync(bytes), 100), packed: 'gzip' }, 2_000_000, { onBody: refuse })).rejects.toThrow(
      BodyRefused,
    );
    expect(await readBody({ body: pieces(gzipSync(bytes), 100), packed: 'gzip' }, 900_000, { onBody: () => undefined })).toBeNull();
  });

  it('is given room as it comes, and for all that it unpacks to before it is', async () => {
    const gzip = gzipSync('x'.repeat(90_000));
    const asked: number[] = [];
    const room = async (bytes: number) => void asked.push(bytes);
    await readBody({ body: pieces(gzip, 100), packed: 'gzip' }, 100_000, { room });
    expect([asked.at(-1), asked.slice(0, -1).reduce((sum, bytes) => sum + bytes)]).toEqual([90_000, gzip.length]);
    await expect(
      readBody({ body: pieces(gzip, 100), packed: 'gzip' }, 100_000, { room: () => Promise.reject(new Error('ended')) }),
    ).rejects.toThrow('ended');
  });

  it('is no body when it ends too early', async () => {
    const cut = gzipSync('x'.repeat(9_000)).subarray(0, -4);
    await expect(readBody({ body: pieces(cut, 100), packed: 'gzip' }, 10_000)).rejects.toThrow('unexpected end of file');
    expect(await readBody({ body: pieces(Buffer.alloc(0), 100), packed: 'gzip' }, 10_000)).toEqual({ bytes: Buffer.alloc(0) });
  });
});
