/** Cells of a CSV text as RFC 4180 reads them, line by line. Written for tests: it shares nothing with what writes the files. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      lines.push([...cells, cell.replace(/\r$/, '')]);
      cells = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || cells.length > 0) throw new Error('The last line has no end');
  return lines;
}

/** Lines under the names of their heads. */
export function recordsOf(text: string): Record<string, string>[] {
  const [heads = [], ...lines] = parseCsv(text.replace(/^\uFEFF/, ''));
  return lines.map((cells) => {
    if (cells.length !== heads.length) throw new Error(`A line has ${cells.length} cells instead of ${heads.length}`);
    return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
  });
}
