import type { z } from 'zod';
import type { ErrorCode } from '../result';

/** One call of the page: what goes in, what comes out, and the codes it may answer with besides `internal` and `badInput`. */
export function call<const I extends z.ZodType, const O extends z.ZodType, const E extends ErrorCode = never>(
  input: I,
  output: O,
  errors: readonly E[] = [],
) {
  return { input, output, errors };
}
