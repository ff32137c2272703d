import { rmSync } from 'node:fs';
import path from 'node:path';

/** What electron-builder removes from its own download of Electron, but leaves in a runtime that it was handed. */
const LEFTOVERS = ['version', 'resources/default_app.asar'];

/**
 * electron-builder's hook after the app's folder is assembled.
 * @param {{appOutDir: string, electronPlatformName: string}} context
 */
export function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return;
  for (const file of LEFTOVERS) rmSync(path.join(appOutDir, file), { force: true });
}
