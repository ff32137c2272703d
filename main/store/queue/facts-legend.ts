import { z } from 'zod';
import type { Count } from './dimensions';

/** What kind a row is of; `rows` says nothing. Null: a place that is no kind's. */
export type Kinds = readonly (Count | null)[];

/** As it is kept: texts once each, and of every kind its tenant and the places of its texts. */
export interface PackedKinds {
  named: string;
  kinds: Uint8Array;
}

/** Numbers of one kind: tenant (0: none), severity, status, assignee. */
const NUMBERS = 4;
const texts = z.array(z.string());

export function packKinds(kinds: Kinds): PackedKinds {
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const known = places.get(text) ?? places.size;
    places.set(text, known);
    return known;
  };
  const numbers = new Uint32Array(kinds.length * NUMBERS);
  for (const [place, kind] of kinds.entries()) {
    if (kind) numbers.set([kind.tenant, ...[kind.severity, kind.status, kind.assignedTo].map(placeOf)], place * NUMBERS);
  }
  return { named: JSON.stringify([...places.keys()]), kinds: new Uint8Array(numbers.buffer) };
}

/** Null: what was kept cannot be read. */
export function unpackKinds(packed: PackedKinds): Kinds | null {
  const named = textsOf(packed.named);
  if (named === null || packed.kinds.length % (NUMBERS * Uint32Array.BYTES_PER_ELEMENT) !== 0) return null;
  // A copy begins where numbers may begin.
  const numbers = new Uint32Array(new Uint8Array(packed.kinds).buffer);
  const kinds: (Count | null)[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const tenant = numbers[at] ?? 0;
    const severity = named[numbers[at + 1] ?? 0];
    const status = named[numbers[at + 2] ?? 0];
    const assignedTo = named[numbers[at + 3] ?? 0];
    const isKind = tenant > 0 && severity !== undefined && status !== undefined && assignedTo !== undefined;
    kinds.push(isKind ? { tenant, severity, status, assignedTo, rows: 0 } : null);
  }
  return kinds;
}

function textsOf(named: string): string[] | null {
  try {
    return texts.safeParse(JSON.parse(named)).data ?? null;
  } catch {
    return null;
  }
}
