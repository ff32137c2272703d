import { z } from 'zod';
import { tenantId } from '../ids';
import { pollMinutes, quotaUse, windowDays } from '../sync-schedule';
import { groupName } from '../tenant-profile';
import { call } from './call';
import { oneTenant } from './inputs';

/** Calls about when tenants are read. */
export const syncCalls = {
  /** How often tenants of a group (null: of all others) are read by themselves. Null minutes: as the others. */
  'sync.setPace': call(z.object({ group: groupName.min(1).nullable(), minutes: pollMinutes.nullable() }), z.null(), ['storeClosed']),
  /** How far a first read goes back. */
  'sync.setWindow': call(z.object({ days: windowDays }), z.null(), ['storeClosed']),
  /** Pauses the reading of one tenant, or (null) all reading, or goes on. Kept over restarts. */
  'sync.pause': call(z.object({ tenantId: tenantId.nullable(), paused: z.boolean() }), z.null(), ['notFound', 'storeClosed']),
  /** What was counted of a tenant's calls since Tenantry was started. */
  'sync.quota': call(oneTenant, z.array(quotaUse), ['storeClosed']),
} as const;
