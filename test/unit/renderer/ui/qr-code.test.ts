import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { QrCode } from '../../../../renderer/ui/QrCode';

/** The dark cells a path fills, read back from its drawing. */
function cellsOf(path: string, size: number): boolean[][] {
  const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step += 1) (cells[Number(y)] ?? [])[Number(x) + step] = true;
  }
  return cells;
}

it('draws exactly the cells of the code, with the quiet zone scanners need', () => {
  const link = `https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0/adminconsent?client_id=${'a'.repeat(36)}&state=${'x'.repeat(32)}`;
  const drawn = renderToStaticMarkup(createElement(QrCode, { text: link, label: 'A link' }));
  const { data, size } = encode(link, { ecc: 'M', border: 4 });
  const path = /qr-code-dark" d="([^"]+)"/.exec(drawn)?.[1] ?? '';
  expect(cellsOf(path, size)).toEqual(data);
  expect(data.slice(0, 4).flat()).not.toContain(true);
  expect(drawn).toContain('aria-label="A link"');
});
