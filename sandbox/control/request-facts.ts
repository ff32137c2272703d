import { decodeJwt } from 'jose';
import type { World } from '../world';
import type { RequestKind } from './faults';

export interface RequestFacts {
  kind: RequestKind;
  path: string;
  query: string;
  tenantId: string | undefined;
}

function kindOf(path: string): RequestKind {
  if (path.startsWith('/api/incidents')) return 'incidents';
  if (path.startsWith('/api/advancedhunting/') || path.endsWith('/runHuntingQuery')) return 'hunting';
  if (path.startsWith('/v1.0/')) return 'graph';
  if (path.endsWith('/token')) return 'token';
  return path.includes('/.well-known/') ? 'metadata' : 'other';
}

/** Tenant of an API request, from its token: read only, since a fault or a log line trusts nothing to it. */
function tokenTenant(authorization: string | null): string | undefined {
  try {
    const { tid } = decodeJwt((authorization ?? '').replace(/^Bearer\s+/i, ''));
    return typeof tid === 'string' ? tid : undefined;
  } catch {
    return undefined;
  }
}

/** What log and faults need to know of a request: no secret and no token. */
export function requestFacts(world: World, request: Request): RequestFacts {
  const { pathname: path, search } = new URL(request.url);
  const isApi = path.startsWith('/api/') || path.startsWith('/v1.0/');
  const named = path.split('/')[1] ?? '';
  return {
    kind: kindOf(path),
    path,
    query: isApi
      ? search
          .slice(1)
          .replaceAll('+', ' ')
          .replace(/%[0-9a-f]{2}/gi, decodeByte)
      : '',
    tenantId: isApi ? tokenTenant(request.headers.get('authorization')) : world.directory.find(named)?.tenantId,
  };
}

/** Decodes ASCII; other bytes stay as they are written. */
function decodeByte(escape: string): string {
  const code = Number.parseInt(escape.slice(1), 16);
  return code < 128 ? String.fromCharCode(code) : escape;
}
