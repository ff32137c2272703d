import { z } from 'zod';
import { surface } from './permissions';
import { problem } from './problem';

/** Over which surface a tenant was read last. */
export const surfaceUse = z.object({
  surface,
  /** The one that was to be read first. */
  preferred: surface,
  /** What was met over the other one, where it was tried or ruled out: why the preferred one was not used, or why nothing could take its place. */
  otherProblem: problem.optional(),
});
export type SurfaceUse = z.infer<typeof surfaceUse>;
