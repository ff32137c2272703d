import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SHIPPED_NODE_API = 10;

/** The SQLite build for this Node: the package's own (null) where it runs, else the one the scripts built and named, or cached. */
export function testBinding(): string | null {
  const named = process.env.TENANTRY_SQLITE_BINDING;
  if (named) return named;
  if (Number(process.versions.napi) >= SHIPPED_NODE_API) return null;
  const cache = process.env.TENANTRY_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tenantry');
  const built = join(cache, `better-sqlite3-multiple-ciphers-13.0.3-napi9-${process.platform}-${process.arch}.node`);
  if (existsSync(built)) return built;
  throw new Error(`No SQLite build for this Node: run the tests with npm test, which makes ${built}`);
}
