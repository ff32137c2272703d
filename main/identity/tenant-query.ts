import { domainToASCII } from 'node:url';

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const DOMAIN = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

export type TenantQuery = { kind: 'id'; tenantId: string } | { kind: 'domain'; domain: string } | null;

/**
 * What a person typed or pasted for a tenant: an ID (also in braces), a domain, an e-mail address, or a portal or login
 * address with one of them in it. Null: none of these.
 */
export function readTenantQuery(typed: string): TenantQuery {
  const text = typed.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();
  const id = GUID.exec(text)?.[0];
  if (id) return { kind: 'id', tenantId: id.toLowerCase() };
  const domain = domainIn(text);
  return domain === null ? null : { kind: 'domain', domain };
}

function domainIn(text: string): string | null {
  const afterAt = /@([^@\s<>]+)>?$/.exec(text)?.[1];
  if (afterAt) return asDomain(afterAt);
  if (!/^[a-z]+:\/\//i.test(text)) return asDomain(text.replace(/[/?#].*$/, ''));
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // https://login.microsoftonline.com/contoso.com/… names the tenant in its path.
  return asDomain(url.pathname.split('/')[1] ?? '') ?? asDomain(url.hostname);
}

function asDomain(text: string): string | null {
  const ascii = domainToASCII(text.trim().replace(/\.$/, '')).toLowerCase();
  return DOMAIN.test(ascii) && !/^[\d.]+$/.test(ascii) ? ascii : null;
}
