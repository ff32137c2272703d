/** Spreadsheets run a cell that begins so, also in full-width letters (OWASP, "CSV Injection"). Apostrophes before it are part of the round trip. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A cell of a list of tenants, which people open in a spreadsheet and Tenantry reads again: quoted as RFC 4180 asks, never a formula, and no sign of it lost. */
export function csvCell(text: string): string {
  return quoted(RUNS.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A formula sign where a cell begins, also where one would begin in a spreadsheet that parts cells by `;` or `|`; blanks, signs without a width and quotes before it are dropped by some. */
const WOULD_RUN = /(^|[;|])([\s\p{Cc}\p{Cf}"]*)(?=[=+\-@＝＋－＠])/gu;

/**
 * A cell for a file that is only read by people and scripts, never by Tenantry again. Whatever a spreadsheet parts cells by, none is a formula (OWASP, "CSV
 * Injection"): tabs and line breaks become blanks, and an apostrophe stands before every sign that would begin one.
 */
export function inertCell(text: string): string {
  return quoted(text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(WOULD_RUN, "$1$2'"));
}

/** Takes off what `csvCell`, or the hand of someone who knows spreadsheets, put before a formula-like text. */
export function plainCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
