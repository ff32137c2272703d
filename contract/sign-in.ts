import { z } from 'zod';
import { partnerAppId } from './partner-app';
import { surface } from './permissions';
import { inspectionAnswer } from './token-inspection';

/** What an analyst signs in for: an app, in the partner's own tenant, and an API. */
export const signInWish = z.object({ appId: partnerAppId, resource: surface });
export type SignInWish = z.infer<typeof signInWish>;

/** A sign-in that is held: who, and what stands in the token. Never the token. */
export const signedIn = z.object({
  /** The person's sign-in name; null where it was not told. */
  user: z.string().nullable(),
  answer: inspectionAnswer,
});
export type SignedIn = z.infer<typeof signedIn>;
