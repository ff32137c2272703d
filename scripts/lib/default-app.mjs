/**
 * The default app of the fallback runtime: makes `electron [-r module] path/to/app [arguments]` work as with Electron's own.
 * Runs inside Electron, not in Node.
 */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

function parse(args) {
  const required = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') required.push(args[(i += 1)]);
    else if (arg === '-v' || arg === '--version') return { print: `v${process.versions.electron}` };
    else if (arg === '-a' || arg === '--abi') return { print: process.versions.modules };
    else if (!arg.startsWith('-')) return { required, target: path.resolve(arg) };
  }
  return { print: 'usage: electron [-r module] path/to/app [arguments]', code: 1 };
}

/** Takes over name, version and desktop file of the app's package.json, and returns the file to start. */
async function adopt(target) {
  if (!statSync(target).isDirectory()) {
    app.setAppPath(path.dirname(target));
    return target;
  }
  const about = JSON.parse(await readFile(path.join(target, 'package.json'), 'utf8'));
  if (about.version) app.setVersion(about.version);
  app.name = about.productName ?? about.name ?? app.name;
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(target);
  return createRequire(path.join(target, 'package.json')).resolve(path.join(target, about.main ?? 'index.js'));
}

const { required, target, print, code } = parse(process.argv.slice(1));
if (!target) {
  console.log(print);
  process.exit(code ?? 0);
}
if (required.length > 0) Module._preloadModules(required);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  // Awaited, so that 'ready' waits for the app's own top-level code here as it does in a packaged app.
  await import(pathToFileURL(await adopt(target)).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
