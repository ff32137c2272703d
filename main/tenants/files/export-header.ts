import type { Instant } from '../../../contract/ids';
import type { Tenant } from '../../../contract/tenant';
import { toldOutside } from '../told-outside';

/**
 * The first line of a file with a tenant's incidents: whose they are, as of when, and in words whether they are all. Only a tenant whose every page was
 * read within the last minutes is `complete`.
 */
export function exportHeader({ tenantId, displayName, domain, health, incidentCount }: Tenant, now: Instant): Record<string, unknown> {
  const { state, problem } = health;
  const complete = state === 'fresh';
  return {
    format: 'tenantry incidents',
    version: 1,
    tenantId,
    tenantName: displayName,
    ...(domain ? { domain } : {}),
    exportedAt: iso(now),
    complete,
    state,
    lastCompleteReadAt: health.lastCompleteAt === undefined ? null : iso(health.lastCompleteAt),
    ...(complete ? {} : { warning: `NOT COMPLETE: this tenant is "${state}". Incidents may be missing or out of date.` }),
    ...(problem
      ? { problem: { code: problem.code, at: iso(problem.at), ...(toldOutside(problem) ? { detail: toldOutside(problem) } : {}) } }
      : {}),
    incidents: incidentCount,
  };
}

/** A file name that says as much: `incidents-contoso-2026-11-27-partial.jsonl`. */
export function exportName({ displayName, health: { state } }: Tenant, now: Instant): string {
  return `incidents-${nameForFile(displayName)}-${iso(now).slice(0, 10)}${state === 'fresh' ? '' : `-${state}`}.jsonl`;
}

/** A customer's name as a part of a file name. */
export function nameForFile(displayName: string): string {
  const name = displayName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return name || 'tenant';
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
