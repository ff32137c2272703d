import { z } from 'zod';

/** A GUID as Entra writes it. Parsed to lower case, so that two spellings of one tenant never become two tenants. */
export const guid = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i)
  .transform((value) => value.toLowerCase());

/** Entra tenant ID (directory ID) of a customer. The tenant is explicit in every call: there is no default tenant. */
export const tenantId = guid;
export type TenantId = z.infer<typeof tenantId>;

/** An incident's id inside one tenant. Graph sends strings, the XDR API numbers: kept as text. Meaningless without its tenant. */
export const incidentId = z.string().min(1).max(200);

/** The only way to name an incident. */
export const incidentKey = z.object({ tenantId, incidentId });
export type IncidentKey = z.infer<typeof incidentKey>;

/** Milliseconds since 1970-01-01T00:00Z. */
export const instant = z.number().int();
export type Instant = z.infer<typeof instant>;
