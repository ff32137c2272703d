import { createHash } from 'node:crypto';
import type { CloudEnvironment } from './environment';

/** Lower-case letters, digits and dashes, for names of files and keychain entries. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug === '' ? 'cloud' : slug;
}

/**
 * Id of the profile a custom cloud gets. It changes with the addresses, so that a secret entered for one set of hosts
 * can never be sent to another by editing the file.
 */
export function profileIdOf(environment: CloudEnvironment): string {
  const endpoints = [environment.loginBase, environment.apiBase, environment.graphBase, environment.resources.xdr.scope].join('\n');
  return `cloud-${slugOf(environment.id)}-${createHash('sha256').update(endpoints).digest('hex').slice(0, 8)}`;
}
