import type { Count } from './dimensions';
import type { Kinds } from './facts-legend';

type Kind = Omit<Count, 'rows'>;
/** By tenant, severity, status and assignee. Of tens of thousands of kinds no names are made. */
type Places = Map<number, Map<string, Map<string, Map<string, number>>>>;

/** The kinds rows are of, each with a place from 1 on. Place 0, no row, is none. */
export class RowKinds {
  readonly #kinds: (Count | null)[];
  /** Null: not made yet. */
  #places: Places | null = null;

  /** @param given the first ones, by place */
  constructor(private readonly given: Kinds = []) {
    this.#kinds = [...given];
  }

  get all(): Kinds {
    return this.#kinds;
  }

  /** Whether a place is that of one of the first ones. */
  isGiven(place: number): boolean {
    return !!this.given[place - 1];
  }

  /** By place, whether rows of a kind are wanted. */
  that(isOne: (kind: Count) => boolean): Uint8Array {
    const found = new Uint8Array(this.#kinds.length + 1);
    for (let place = 0; place < this.#kinds.length; place += 1) {
      const kind = this.#kinds[place];
      if (kind && isOne(kind)) found[place + 1] = 1;
    }
    return found;
  }

  /** The place of a kind, a new one where it is met first. */
  placeOf(kind: Kind): number {
    const like = placesLike((this.#places ??= placesOf(this.#kinds)), kind);
    const known = like.get(kind.assignedTo);
    if (known !== undefined) return known;
    const place = this.#kinds.push({ ...kind, rows: 0 });
    like.set(kind.assignedTo, place);
    return place;
  }
}

function placesOf(kinds: Kinds): Places {
  const places: Places = new Map();
  for (let at = 0; at < kinds.length; at += 1) {
    const kind = kinds[at];
    if (kind) placesLike(places, kind).set(kind.assignedTo, at + 1);
  }
  return places;
}

/** Places of what differs by its assignee only. */
function placesLike(places: Places, { tenant, severity, status }: Kind): Map<string, number> {
  return within(within(within(places, tenant), severity), status);
}

function within<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<L, V>();
  map.set(key, made);
  return made;
}
