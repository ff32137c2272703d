import { classification, determination } from '../../../contract/incident-change';

/** What analysts made of incidents: few values, of which neither the tally nor an index knows. */
export type Verdict = 'classification' | 'determination';

export function isVerdict(sort: string): sort is Verdict {
  return sort === 'classification' || sort === 'determination';
}

const OTHER = 'other';
const ORDER: Record<Verdict, readonly string[]> = {
  classification: classification.options.map((one) => one.toLowerCase()),
  determination: [...determination.options.map((one) => one.toLowerCase()).filter((one) => one !== OTHER), OTHER],
};

/** The place of a folded value: from what was an attack to what was none, as they are chosen from; those nobody knew when this was written come behind. */
export function verdictRank(verdict: Verdict, value: string): number {
  const place = ORDER[verdict].indexOf(value);
  return place === -1 ? ORDER[verdict].length : place;
}
