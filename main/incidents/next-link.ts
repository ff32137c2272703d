/**
 * The address a page's `@odata.nextLink` leads to. OData allows links relative to the address asked for (OData JSON Format 4.01 §4.5.1).
 * A link to another origin is refused: the token goes only where it belongs.
 */
export function nextAddress(link: string | null, asked: string): { next: string | null } | { foreign: string } {
  if (link === null) return { next: null };
  if (!URL.canParse(link, asked)) return { foreign: 'no address' };
  const to = new URL(link, asked);
  return to.origin === new URL(asked).origin ? { next: to.href } : { foreign: to.host };
}
