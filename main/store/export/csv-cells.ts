/** Spreadsheets run a cell that begins so, also in full-width letters (OWASP, "CSV Injection"). Apostrophes before it are part of the round trip. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A cell for a file that people open in a spreadsheet: quoted as RFC 4180 asks, and never a formula. */
export function csvCell(text: string): string {
  const inert = RUNS.test(text) ? `'${text}` : text;
  return /[",;|\t\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Takes off what `csvCell`, or the hand of someone who knows spreadsheets, put before a formula-like text. */
export function plainCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
