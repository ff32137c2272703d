import { i18n } from '@lingui/core';
import { nameFromDomain, tenantQueryOf } from './tenant-query';

/** More is a file's work: Import… takes 100,000. */
export const MAX_PASTED = 5_000;

/** One line of a pasted list, as far as it can be understood by itself. */
export interface PastedLine {
  /** From 1; empty lines count. */
  line: number;
  text: string;
  /** What to look up; null: neither a tenant ID nor a domain is in it. */
  query: string | null;
  /** The domain, where one is in it. */
  domain?: string;
  /** The name, where one stands beside the ID or domain. */
  name?: string;
}

/** The lines of a pasted list: a domain, a tenant ID, or either with a name, parted by tabs, semicolons or commas. */
export function pastedLines(pasted: string): PastedLine[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, line }) => ({ line, text, ...understood(text) }));
}

function understood(text: string): Pick<PastedLine, 'query' | 'domain' | 'name'> {
  const cells = cellsOf(text);
  const queries = cells.map(tenantQueryOf);
  const id = queries.find((query) => query !== null && !query.includes('.'));
  const domain = queries.find((query) => query?.includes('.'));
  const name = cells.find((_cell, index) => queries[index] === null)?.slice(0, 120);
  return { query: id ?? domain ?? null, ...(domain ? { domain } : {}), ...(name ? { name } : {}) };
}

/** By the first of these that is there: a comma may be part of a name, a tab never is. */
function cellsOf(text: string): string[] {
  const delimiter = ['\t', ';', ','].find((one) => text.includes(one));
  const cells = delimiter ? text.split(delimiter) : [text];
  return cells
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((cell) => cell !== '');
}

/** What to call a tenant of the list. */
export function pastedName({ name, domain }: PastedLine, tenantId: string): string {
  return name ?? (nameFromDomain(domain) || i18n.t('Tenant {value}', { value: tenantId.slice(0, 8) }));
}
