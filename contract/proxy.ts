import { z } from 'zod';

/** A proxy, as `host:port`. */
export const proxyAddress = z.string().min(1).max(260);
export type ProxyAddress = z.infer<typeof proxyAddress>;

/** A proxy that asked for a sign-in, and how Tenantry stands there. Never the user name or the password. */
export const proxyUse = z.object({
  proxy: proxyAddress,
  /** What the proxy calls what it guards. Plain text from outside. */
  realm: z.string(),
  /** `wanted`: nothing is known to sign in with. `refused`: what was known was not taken. */
  state: z.enum(['signedIn', 'wanted', 'refused']),
  /** Where the sign-in is kept; absent while there is none. */
  kept: z.enum(['keychain', 'session']).optional(),
});
export type ProxyUse = z.infer<typeof proxyUse>;
