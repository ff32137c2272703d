import type { World } from '../world';

/** Where consents of the sandbox end when the link names no other place. */
export const portalOf = (world: World) => `${world.url}/portal`;

/**
 * Whether a redirect URI is registered: as the registration says, or else the portal of the partner page's walk-through, the sandbox's own end page,
 * and any port and path on `http://localhost`, as native clients use it.
 */
export function isRegistered(world: World, clientId: string, uri: string): boolean {
  const listed = world.registrations.find(clientId)?.redirectUris;
  if (listed) return listed.includes(uri);
  if (uri === 'https://portal.azure.com' || uri === portalOf(world)) return true;
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  return protocol === 'http:' && hostname === 'localhost' && username === '' && password === '';
}

/** The redirect URI with the answer's parameters added. */
export function withAnswer(uri: string, answer: Record<string, string | null>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(answer)) if (value !== null) url.searchParams.set(name, value);
  return url.toString();
}
