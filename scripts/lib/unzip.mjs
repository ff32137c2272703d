import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

// Field offsets: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end record).
const CENTRAL_ENTRY = 0x02014b50;
const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_RECORD_MAX = 22 + 0xffff;
const DEFLATED = 8;

async function readAt(handle, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * Lists a zip without unpacking it (no zip64, no encryption).
 * @param {string} file
 * @returns {Promise<{name: string, method: number, crc: number, packedSize: number, size: number, mode: number, offset: number}[]>}
 */
export async function listZip(file) {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = await readAt(handle, Math.max(0, size - END_RECORD_MAX), Math.min(size, END_RECORD_MAX));
    const end = tail.lastIndexOf(END_RECORD);
    if (end < 0) throw new Error(`${file} is not a zip file`);
    const directory = await readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    return [...centralEntries(directory, file)];
  } finally {
    await handle.close();
  }
}

function* centralEntries(directory, file) {
  let at = 0;
  while (at < directory.length) {
    if (directory.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error(`${file} has a damaged table of contents`);
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/**
 * Unpacks one entry and checks its length and CRC-32.
 * @param {string} file the zip
 * @param {Awaited<ReturnType<typeof listZip>>[number]} entry
 * @param {string} target where the file goes; its folders are made
 */
export async function extractEntry(file, entry, target) {
  await mkdir(path.dirname(target), { recursive: true });
  const handle = await open(file);
  const header = await readAt(handle, entry.offset, 30);
  await handle.close();
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);

  let size = 0;
  let crc = 0;
  const check = new Transform({
    transform(chunk, _encoding, done) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      done(null, chunk);
    },
  });
  const packed = createReadStream(file, { start, end: start + entry.packedSize - 1 });
  const sink = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 });
  await (entry.method === DEFLATED ? pipeline(packed, createInflateRaw(), check, sink) : pipeline(packed, check, sink));
  if (size !== entry.size || crc !== entry.crc) throw new Error(`${entry.name} in ${file} is damaged`);
}
