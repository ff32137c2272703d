import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractEntry, listZip } from '../../../scripts/lib/unzip.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenantry-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A zip as PKWARE's APPNOTE describes it: local entries, the table of contents, the end record. */
function zip(files: { name: string; content: string; deflate: boolean; mode: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflate, mode } of files) {
    const data = deflate ? deflateRawSync(content) : Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(mode * 0x1_0000, 6);
    attributes.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x00\x00', 'latin1'), common, attributes, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, table, end]);
}

describe('listZip and extractEntry', () => {
  it('unpack deflated and stored files with their mode', async () => {
    const file = join(folder, 'some.zip');
    writeFileSync(
      file,
      zip([
        { name: 'top/program', content: 'x'.repeat(5000), deflate: true, mode: 0o100755 },
        { name: 'top/text', content: 'plain', deflate: false, mode: 0o100644 },
      ]),
    );
    const entries = await listZip(file);
    expect(entries.map(({ name }) => name)).toEqual(['top/program', 'top/text']);
    for (const entry of entries) await extractEntry(file, entry, join(folder, entry.name));
    expect(readFileSync(join(folder, 'top/program'), 'utf8')).toBe('x'.repeat(5000));
    expect(readFileSync(join(folder, 'top/text'), 'utf8')).toBe('plain');
    expect(statSync(join(folder, 'top/program')).mode & 0o777).toBe(0o755);
  });

  it('refuse an entry whose bytes were changed', async () => {
    const file = join(folder, 'changed.zip');
    const bytes = zip([{ name: 'text', content: 'original', deflate: false, mode: 0o100644 }]);
    bytes.write('O', bytes.indexOf('original'));
    writeFileSync(file, bytes);
    const entries = await listZip(file);
    expect(entries).toHaveLength(1);
    for (const entry of entries) await expect(extractEntry(file, entry, join(folder, 'out'))).rejects.toThrow('damaged');
  });

  it('refuse a file that is no zip', async () => {
    const file = join(folder, 'no.zip');
    writeFileSync(file, 'nothing of the kind');
    await expect(listZip(file)).rejects.toThrow('not a zip');
  });
});
