import { shell } from 'electron';

/** Why a link was not opened. */
export class LinkRefused extends Error {
  constructor(url: string) {
    super(`Not opened: ${url.slice(0, 200)} is on no host this profile works with`);
    this.name = 'LinkRefused';
  }
}

/**
 * The one place that hands a link to the system browser. Only https (http on loopback) and only on hosts the caller's
 * profile works with: its login service, its Defender portal, and MITRE's pages of techniques. Electron security checklist 15.
 * Throws LinkRefused otherwise.
 */
export async function openExternalLink(url: string, allowedBases: readonly (string | null)[]): Promise<void> {
  if (!isAllowedLink(url, allowedBases)) throw new LinkRefused(url);
  await shell.openExternal(url);
}

/** Same origin as one of the bases, and no user name or password in it. */
export function isAllowedLink(url: string, allowedBases: readonly (string | null)[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  if (username || password || origin === 'null') return false;
  return allowedBases.some((base) => base !== null && new URL(base).origin === origin);
}
