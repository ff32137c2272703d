import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parseSync } from 'vite';

/** One import as it is written in a source file. */
export interface Import {
  /** The importing file, as a path from the repository's root. */
  from: string;
  /** For our own files the path from the root, without extension; for packages the specifier as written. */
  to: string;
  own: boolean;
  /** Written as `import()`. */
  dynamic: boolean;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const SOURCE = /\.(ts|tsx|mts)$/;

/** The source files below a top-level folder, as paths from the repository's root. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(resolve(ROOT, folder))) return [];
  const entries = readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => posix.join(resolve(entry.parentPath).slice(ROOT.length + 1), entry.name))
    .sort();
}

/** Everything a file imports or re-exports, types included: a type can be a wrong dependency too. */
export function importsOf(file: string): Import[] {
  const source = readFileSync(resolve(ROOT, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const written = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
  ].map((specifier) => ({ specifier, dynamic: false }));
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    specifier: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    dynamic: true,
  }));
  return [...written, ...dynamic].map((one) => resolveImport(file, one.specifier, one.dynamic));
}

function resolveImport(from: string, specifier: string, dynamic: boolean): Import {
  const own = specifier.startsWith('.');
  const path = specifier.replace(/\?.*$/, '').replace(SOURCE, '');
  return { from, to: own ? posix.join(posix.dirname(from), path) : specifier, own, dynamic };
}

/** All imports of all files below the given folders. */
export function importGraph(folders: readonly string[]): Import[] {
  return folders.flatMap(sourceFiles).flatMap(importsOf);
}
