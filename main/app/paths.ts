import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Folders of the built app, and of this user's data. */
export interface AppPaths {
  preload: string;
  page: string;
  settingsFile: string;
  logs: string;
}

/** Main's bundles lie in out/main, beside out/preload and out/renderer. */
export function appPaths(): AppPaths {
  const userData = app.getPath('userData');
  return {
    preload: join(__dirname, '../preload'),
    page: join(__dirname, '../renderer'),
    settingsFile: join(userData, 'settings.json'),
    logs: join(userData, 'logs'),
  };
}

/** Where a profile keeps its store. */
export function profileFolder(profileId: string): string {
  return join(app.getPath('userData'), 'profiles', profileId);
}

/**
 * The SQLite build to load, where the shipped one does not fit: the fallback runtime of development machines (docs/building.md)
 * has an older Node-API. Null: the package's own.
 */
export function sqliteBinding(): string | null {
  const named = process.env.TENANTRY_SQLITE_BINDING;
  if (named) return named;
  const packaged = join(process.resourcesPath, 'sqlite', 'better_sqlite3.node');
  return app.isPackaged && existsSync(packaged) ? packaged : null;
}
