import { z } from 'zod';
import { surface } from './permissions';

/** Colours a customer can be marked with. Each has its own tint on the page. */
export const TENANT_COLOURS = ['blue', 'purple', 'teal', 'orange', 'indigo', 'green', 'gold', 'magenta'] as const;
export const tenantColour = z.enum(TENANT_COLOURS);
export type TenantColour = z.infer<typeof tenantColour>;

/** A comma, a semicolon or a bar would split the tag when a list of tags is written into one cell. */
export const tag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,;|\r\n\t]+$/);
export const MAX_TAGS = 30;

export const groupName = z.string().trim().max(80);
const line = z.string().trim().max(200);

/** Tags as they are kept: each once, without regard to case, in the order given. */
export const tags = z
  .array(tag)
  .max(MAX_TAGS)
  .transform((given) => given.filter((one, index) => given.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === index));

/** What is known of a customer beside its ID, name and domain. Empty text: not given. */
export const tenantProfile = z.object({
  group: groupName,
  tags,
  /** Who looks after this customer on our side. */
  owner: line,
  /** Whom to reach at the customer. */
  contact: line,
  notes: z.string().trim().max(4_000),
  colour: tenantColour.nullable(),
  /** The surface it is to be read over first; null: as the default says. */
  surface: surface.nullable(),
});
export type TenantProfile = z.infer<typeof tenantProfile>;

export const EMPTY_PROFILE: TenantProfile = { group: '', tags: [], owner: '', contact: '', notes: '', colour: null, surface: null };

/** One thing done to several tenants at once. */
export const tenantEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setGroup'), group: groupName }),
  z.object({ kind: z.literal('addTag'), tag }),
  z.object({ kind: z.literal('removeTag'), tag }),
]);
export type TenantEdit = z.infer<typeof tenantEdit>;
