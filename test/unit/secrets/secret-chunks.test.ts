import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chunkCount, joinChunks, splitSecret } from '../../../main/secrets/secret-chunks';

describe('secrets in the records of a keychain', () => {
  it.each([
    [0, 1],
    [2_400, 1],
    [2_401, 2],
    [5_296, 3],
  ])('%i bytes take %i records, none longer than Windows holds, and come back whole', (length, count) => {
    const secret = new Uint8Array(randomBytes(length));
    const [first, ...rest] = splitSecret(secret);
    if (!first) throw new Error('no record');
    expect(1 + rest.length).toBe(count);
    expect(chunkCount(first)).toBe(count);
    expect(Math.max(...[first, ...rest].map((chunk) => chunk.length))).toBeLessThanOrEqual(2_560);
    expect(joinChunks([first, ...rest])).toEqual(secret);
  });

  it('refuses what is too long, and records of somebody else', () => {
    expect(() => splitSecret(new Uint8Array(2_400 * 256))).toThrow(/too long/);
    expect(() => chunkCount(new TextEncoder().encode('a password'))).toThrow(/not written by Tenantry/);
    expect(() => chunkCount(new Uint8Array(0))).toThrow(/not written by Tenantry/);
  });
});
