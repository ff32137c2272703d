import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Log } from '../log/log';

/**
 * A setting that was kept as JSON. Null: never kept, or not readable (damaged, or of a later version in a form unknown here), which is said in the log where there is one. Fields
 * unknown here are passed over; one that the schema gives its default is named in the log. What was kept is said nowhere: it may name customers.
 */
export function readKept<T extends z.ZodObject>(
  { name, text, log }: { name: string; text: string | null; log: Pick<Log, 'warn'> | null },
  schema: T,
): z.infer<T> | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    log?.warn('a kept setting is damaged and counts as never set', { setting: name });
    return null;
  }
  const read = schema.safeParse(kept);
  if (!read.success) {
    log?.warn('a kept setting is in an unknown form and counts as never set', { setting: name });
    return null;
  }
  const before = new Map(Object.entries(kept as object));
  const fields = Object.entries(read.data).flatMap(([field, value]) =>
    before.has(field) && !isDeepStrictEqual(before.get(field), value) ? [field] : [],
  );
  if (fields.length > 0) log?.warn('a kept setting could not be read in part, which is as by default', { setting: name, fields });
  return read.data;
}
