import { isWanted, type Wanted } from './conditions';
import type { Count, Dimension } from './dimensions';
import type { Kinds } from './facts-legend';
import type { KeySet } from './key-set';
import { Numbering, PairSums } from './pair-sums';
import type { Lots } from './row-verdicts';

interface Rows {
  kinds: Kinds;
  /** By key of the row, one more than the place of its kind. */
  of: Uint32Array;
}

interface Asked {
  /** Null: all that are wanted but for the severities asked for. */
  among: KeySet | null;
  wanted: Wanted;
  dimensions: ReadonlySet<Dimension>;
  lots: Lots;
}

/** How many rows there are of each kind and lot, each row in one pass: grouped there are thousands of both. */
export function countLots({ kinds, of }: Rows, { among, wanted, dimensions, lots }: Asked): Count[] {
  const { verdict, values, said, of: lotOf } = lots;
  const groups: (Count | undefined)[] = [];
  const groupOf = new Uint32Array(kinds.length + 1);
  const numbering = new Numbering();
  for (const [place, kind] of kinds.entries()) {
    if (!kind || !isWanted(kind, wanted, 'severity')) continue;
    let group = 0;
    for (const dimension of dimensions) group = numbering.of(group, kind[dimension]);
    groups[group] ??= kind;
    groupOf[place + 1] = group;
  }
  const sums = new PairSums(numbering.last + 1, values.length + 1);
  const size = among?.size ?? of.length;
  for (let at = 0; at < size; at += 1) {
    const key = among === null ? at : (among.keys[at] ?? 0);
    sums.add(groupOf[of[key] ?? 0] ?? 0, lotOf[said[key] ?? 0] ?? 0);
  }
  const counts: Count[] = [];
  for (const [group, lot, rows] of sums.met()) {
    const kind = groups[group];
    const value = values[lot - 1];
    if (kind && value !== undefined)
      counts.push(verdict === 'classification' ? { ...kind, classification: value, rows } : { ...kind, determination: value, rows });
  }
  return counts;
}
