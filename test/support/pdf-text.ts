import { inflateSync } from 'node:zlib';

interface PdfObject {
  dictionary: string;
  /** Inflated; empty without one. */
  stream: string;
}

/** The text of each page of a PDF as Chromium writes it, without blanks: glyphs are turned back by the fonts' tables. Enough to look for a name. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const at = (id: string | undefined) => objects.get(Number(id));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = new Map(
      [...dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const table = /\/ToUnicode (\d+) 0 R/.exec(at(id)?.dictionary ?? '')?.[1];
        return [name, glyphsOf(at(table)?.stream ?? '')];
      }),
    );
    return textOf(at(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1])?.stream ?? '', fonts);
  });
}

function objectsOf(text: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(stream\r?\n|\nendobj)/g)) {
    const [whole, id, dictionary = '', end] = found;
    const begin = found.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const body = end?.startsWith('stream') ? Buffer.from(text.slice(begin, begin + length), 'latin1') : null;
    const stream = body && dictionary.includes('/FlateDecode') ? inflateSync(body).toString('latin1') : '';
    objects.set(Number(id), { dictionary, stream });
  }
  return objects;
}

/** What each glyph stands for. */
function glyphsOf(table: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  const number = (hex = '') => Number.parseInt(hex, 16);
  for (const [, lines = ''] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph, sign] of lines.matchAll(/<(\w+)> <(\w+)>/g)) glyphs.set(number(glyph), String.fromCodePoint(number(sign)));
  for (const [, lines = ''] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, to, sign] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = number(from); glyph <= number(to); glyph += 1)
        glyphs.set(glyph, String.fromCodePoint(number(sign) + glyph - number(from)));
  return glyphs;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else for (const [four] of (glyphs ?? '').matchAll(/.{4}/g)) text += font.get(Number.parseInt(four, 16)) ?? '';
  }
  // Two letters may be one glyph.
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
