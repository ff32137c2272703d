/** One customer in the list of links. */
export interface LinkRow {
  displayName: string;
  tenantId: string;
  domain: string | null;
  link: string;
}

/**
 * The links as CSV (RFC 4180) that opens in a spreadsheet: UTF-8 with its mark, CRLF, every cell in quotes. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection): names come from outside.
 */
export function linkCsv(rows: readonly LinkRow[]): string {
  const lines = [
    ['Customer', 'Tenant ID', 'Domain', 'Consent link'],
    ...rows.map(({ displayName, tenantId, domain, link }) => [displayName, tenantId, domain ?? '', link]),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const safe = /^[\s]*[=+\-@\t|%＝＋－＠]/.test(line) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}
