import { z } from 'zod';
import { tenantId } from '../ids';
import { partnerAppId } from '../partner-app';
import { displayName, resolvedTenant, tenant } from '../tenant';
import { exportAnswer, IMPORT_PAGE_ROWS, importAnswer, importFormat, importRow, rowKind } from '../tenant-files';
import { tenantEdit, tenantProfile } from '../tenant-profile';
import { call } from './call';
import { nothing, oneTenant, someTenants, oneImport, newTenant, forApps } from './inputs';

/** Calls about the list of tenants. */
export const tenantsCalls = {
  'tenants.list': call(nothing, z.array(tenant), ['storeClosed']),
  'tenants.resolve': call(z.object({ query: z.string().max(500), appId: partnerAppId.optional() }), resolvedTenant, [
    'noPartnerApp',
    'problem',
  ]),
  'tenants.add': call(newTenant.extend({ appIds: forApps }), tenant, ['alreadyExists', 'storeClosed']),
  'tenants.rename': call(z.object({ tenantId, displayName }), tenant, ['notFound', 'storeClosed']),
  /** Removes the profile and everything stored of this tenant. */
  'tenants.remove': call(oneTenant, z.null(), ['notFound', 'storeClosed']),
  'tenants.saveProfile': call(z.object({ tenantId, profile: tenantProfile }), tenant, ['notFound', 'storeClosed']),

  /** Adds several at once, all or none; those in the list already are left as they are. */
  'tenants.addSeveral': call(z.array(newTenant).min(1).max(5_000), z.object({ added: z.number().int(), already: z.number().int() }), [
    'storeClosed',
  ]),
  /** Does one thing to several, all or none. */
  'tenants.editSeveral': call(z.object({ tenantIds: someTenants, edit: tenantEdit }), z.object({ changed: z.number().int() }), [
    'storeClosed',
  ]),
  /** Removes several profiles and everything stored of them, all or none. */
  'tenants.removeSeveral': call(z.object({ tenantIds: someTenants }), z.object({ removed: z.number().int() }), ['storeClosed']),

  /** Asks for a CSV, JSON or team-pack file and says what importing it would do. The file stays in main; nothing is written yet. */
  'tenants.chooseImport': call(nothing, importAnswer, ['cancelled', 'storeClosed']),
  /** Some of its rows, in the order of the file; null: of every kind. */
  'tenants.importRows': call(
    oneImport.extend({
      kind: rowKind.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(IMPORT_PAGE_ROWS),
    }),
    z.array(importRow),
    ['notFound', 'storeClosed'],
  ),
  /** Writes the chosen kinds of rows, all or none, and takes over the pack's consent mail. */
  'tenants.applyImport': call(
    oneImport.extend({ add: z.boolean(), change: z.boolean(), views: z.boolean(), consentMail: z.boolean() }),
    z.object({ added: z.number().int(), changed: z.number().int() }),
    ['notFound', 'storeClosed'],
  ),
  'tenants.dropImport': call(oneImport, z.null()),
  /** Asks where to save, and writes tenants (null: all) there. Never anything secret. */
  'tenants.export': call(z.object({ format: importFormat, tenantIds: someTenants.nullable() }), exportAnswer, ['cancelled', 'storeClosed']),
} as const;
