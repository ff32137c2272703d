import { chmodSync, chownSync } from 'node:fs';

/** As root, the app runs as another user. */
export const isRoot = process.getuid?.() === 0;

/** What scripts/lib/runtime.mjs prepares. */
export function fromScripts(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through "npm test", "npm start" or "npm run bench"`);
  return value;
}

/** Gives a file or folder to the user the app runs as. */
export function giveToAppUser(path: string, mode: number): void {
  chmodSync(path, mode);
  if (isRoot) chownSync(path, Number(fromScripts('TENANTRY_APP_UID')), Number(fromScripts('TENANTRY_APP_UID')));
}
