import { describe, expect, it } from 'vitest';
import { icns, ico } from '../../../scripts/lib/icon-files.mjs';

const small = Buffer.from('small image');
const large = Buffer.from('a larger image');

describe('ico', () => {
  const file = ico([
    { size: 16, png: small },
    { size: 256, png: large },
  ]);

  it('counts its images and points at each of them', () => {
    expect(file.readUInt16LE(2)).toBe(1);
    expect(file.readUInt16LE(4)).toBe(2);
    const images = [6, 22].map((entry) => {
      const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      return file.subarray(offset, offset + length).toString();
    });
    expect(images).toEqual(['small image', 'a larger image']);
  });

  it('writes 256 pixels as 0, which is how the format says it', () => {
    expect([file.readUInt8(6), file.readUInt8(22)]).toEqual([16, 0]);
  });
});

describe('icns', () => {
  it('is a chunk of chunks whose lengths add up', () => {
    const sizes = [16, 32, 64, 128, 256, 512, 1024];
    const file = icns(new Map(sizes.map((size) => [size, Buffer.alloc(size)])));
    expect(file.subarray(0, 4).toString()).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const found: [string, number][] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      found.push([file.subarray(at, at + 4).toString(), file.readUInt32BE(at + 4) - 8]);
    }
    expect(Object.fromEntries(found)).toMatchObject({ icp4: 16, ic07: 128, ic10: 1024, ic14: 512 });
  });
});
