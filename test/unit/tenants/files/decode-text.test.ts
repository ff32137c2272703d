import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../main/tenants/files/decode-text';

const TEXT = 'Name;Tenant ID\r\nMüller & Söhne;x';
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16 LE without one', utf16(TEXT)],
    ['UTF-16 BE without one', utf16(TEXT, true)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
  ])('reads %s', (_name, bytes) => expect(decodeText(bytes)).toBe(TEXT));

  it('reads the letters that only Windows-1252 has', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x20, 0x96, 0x20, 0xe9))).toBe('€ – é');
  });

  it('refuses what is no text', () => {
    expect(decodeText(Buffer.from('PK\u0003\u0004\u0000\u0000rest of a spreadsheet'))).toBeNull();
  });
});
