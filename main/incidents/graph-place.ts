import { z } from 'zod';

const place = z.object({
  /** The service's own link to the next page; null: the page is named by `skip`. */
  link: z.string().nullable(),
  /** Incidents before this page. */
  skip: z.number().int().min(0),
  /** Alerts come with the incidents; false: by the second step, because the service could not. */
  expand: z.boolean(),
});

/** Where a read of Graph's list is. */
export type GraphPlace = z.infer<typeof place>;

const START: GraphPlace = { link: null, skip: 0, expand: true };

/** A cursor of ours back as a place. One that cannot be read starts anew: pages are stored by id, so that nothing is doubled. */
export function graphPlace(cursor: string | null): GraphPlace {
  if (cursor === null) return START;
  try {
    return place.parse(JSON.parse(cursor));
  } catch {
    return START;
  }
}

export function graphCursor(at: GraphPlace): string {
  return JSON.stringify(at);
}
