/**
 * A Windows icon of PNG images (allowed since Vista): a 6-byte header, 16 bytes of directory per image, then the images.
 * @param {{size: number, png: Buffer}[]} images edge lengths up to 256 pixels
 * @returns {Buffer} the .ico file
 */
export function ico(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length + 16 * images.length;
  const directory = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 0 stands for 256: an edge length has one byte.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...directory, ...images.map(({ png }) => png)]);
}

/** Apple's four-letter names of PNG images; "@2x" ones hold twice the pixels of the size they stand for. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/**
 * A macOS icon: 'icns' and the file's length, then per image its type, its length with these 8 bytes, and the PNG. Big-endian.
 * @param {Map<number, Buffer>} pngs by edge length in pixels
 * @returns {Buffer} the .icns file
 */
export function icns(pngs) {
  const parts = ICNS_TYPES.map(([type, size]) => chunk(type, pngs.get(size)));
  return chunk('icns', Buffer.concat(parts));
}

function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
