import { i18n } from '@lingui/core';

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/**
 * The tenant ID or domain in what was typed or pasted: also a web address, an e-mail address or a sign-in link.
 * Null when there is none.
 */
export function tenantQueryOf(typed: string): string | null {
  const text = typed.trim();
  const id = GUID.exec(text)?.[0];
  if (id) return id.toLowerCase();
  const domain = domainOf(text);
  return DOMAIN.test(domain) ? domain : null;
}

/** What is wrong with the typed tenant, in a sentence; null when it can be looked for. */
export function tenantQueryProblem(typed: string): string | null {
  if (typed.trim() === '') return i18n.t('Enter the tenant ID or a domain of the customer.');
  return tenantQueryOf(typed)
    ? null
    : i18n.t('That is neither a tenant ID nor a domain. It looks like contoso.com or 8ee8fdad-f234-4243-8f3b-15c294843740.');
}

/** A name to start from: "contoso.onmicrosoft.com" gives "Contoso". */
export function nameFromDomain(domain: string | undefined): string {
  const label = domain?.split('.')[0] ?? '';
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function domainOf(text: string): string {
  const address = text.includes('@') ? text.slice(text.lastIndexOf('@') + 1) : text;
  const host = address.replace(/^[a-z]+:\/\//i, '').split(/[/?#:]/)[0] ?? '';
  return host
    .replace(/[.>\s]+$/, '')
    .replace(/^www\./i, '')
    .toLowerCase();
}
