import { z } from 'zod';
import { auditEntry, auditVerdict } from '../audit';
import { tenantId } from '../ids';
import { keepDays, movedAside, storeFacts, tenantExportAnswer } from '../store-care';
import { call } from './call';
import { nothing, oneTenant } from './inputs';

/** Calls about the store of this profile and its audit trail. */
export const storeCalls = {
  /** How much is stored, of whom, and for how long. */
  'store.facts': call(nothing, storeFacts, ['storeClosed']),
  /** How long incidents are kept: by default (null tenant; null days: without an end), or of one tenant (null days: as the default). */
  'store.setKeepDays': call(z.object({ tenantId: tenantId.nullable(), keepDays: keepDays.nullable() }), z.null(), [
    'notFound',
    'storeClosed',
  ]),
  /** Removes what was read of a tenant; its entry stays. */
  'store.clearTenant': call(oneTenant, z.object({ incidents: z.number().int() }), ['notFound', 'storeClosed']),
  /** Asks where to, and writes a tenant's incidents as JSON Lines. */
  'store.exportTenant': call(oneTenant, tenantExportAnswer, ['cancelled', 'notFound', 'storeClosed']),
  /** Renames a store that cannot be opened and begins a new one. Does nothing to one that is open, in use or of a later version. */
  'store.moveAside': call(nothing, movedAside),
  /** Lines of the audit trail before a number (null: the newest), newest first. */
  'audit.list': call(z.object({ before: z.number().int().nullable() }), z.array(auditEntry), ['storeClosed']),
  /** Recomputes every hash of the trail. */
  'audit.verify': call(nothing, auditVerdict, ['storeClosed']),
  /** Asks where to, and writes the trail as JSON Lines. */
  'audit.export': call(nothing, z.object({ path: z.string() }), ['cancelled', 'notSaved', 'storeClosed']),
} as const;
