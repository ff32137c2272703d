import { z } from 'zod';
import { instant, tenantId } from './ids';
import { partnerAppId } from './partner-app';
import { problem } from './problem';
import { surfaceUse } from './surface-use';
import { tenantProfile } from './tenant-profile';

/** The one visible state of a tenant. Order is from worst to best within a list. */
export const tenantState = z.enum([
  'failed',
  'tokenWrong',
  'noPermission',
  'consentMissing',
  'notLicensed',
  'throttled',
  'partial',
  'stale',
  'neverAsked',
  'fresh',
]);
export type TenantState = z.infer<typeof tenantState>;

export const tenantHealth = z.object({
  state: tenantState,
  /** Since when this state holds; absent for `neverAsked`. */
  since: instant.optional(),
  /** The last time all pages of this tenant were read and stored; its rows are as old as this. */
  lastCompleteAt: instant.optional(),
  /** The last time anything was tried. */
  lastAttemptAt: instant.optional(),
  /** Why the last attempt did not end well. */
  problem: problem.optional(),
  /** Over which surface it was read last. */
  readOver: surfaceUse.optional(),
  /** A read is under way now. */
  refreshing: z.boolean(),
  /** When it is read by itself; absent: not by itself. */
  nextReadAt: instant.optional(),
  /** Since when it is not read by itself, by the wish of somebody. */
  pausedSince: instant.optional(),
});
export type TenantHealth = z.infer<typeof tenantHealth>;

export const displayName = z.string().trim().min(1).max(120);

export const tenant = z.object({
  tenantId,
  displayName: z.string(),
  /** The domain it was added by, where it was. */
  domain: z.string().optional(),
  profile: tenantProfile,
  /** Partner apps it is linked to, the oldest first. Without one, nothing can be asked of it. */
  appIds: z.array(partnerAppId),
  addedAt: instant,
  health: tenantHealth,
  /** Incidents stored of this tenant. */
  incidentCount: z.number().int(),
});
export type Tenant = z.infer<typeof tenant>;

/** What a typed tenant ID or domain turned out to be. */
export const resolvedTenant = z.object({
  tenantId,
  domain: z.string().optional(),
  /** Region the tenant says it lives in (`tenant_region_scope`), as sent. */
  region: z.string().optional(),
  /** False: an ID taken as it was typed, because Entra could not be asked. Absent: not said. */
  verified: z.boolean().optional(),
});
export type ResolvedTenant = z.infer<typeof resolvedTenant>;

/** How much of the customers a list or a count speaks for. Shown with every one of them. */
export const coverage = z.object({
  total: z.number().int(),
  byState: z.partialRecord(tenantState, z.number().int()),
  /** Time of the oldest complete read among tenants that have one. */
  oldestCompleteAt: instant.optional(),
});
export type Coverage = z.infer<typeof coverage>;
