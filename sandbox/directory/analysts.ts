import { Random } from '../random/random';

/** A person of the partner's own tenant who can sign in. */
export interface Analyst {
  objectId: string;
  name: string;
  userName: string;
}

const NAMES = ['Kim Lindqvist', 'Robin Okafor'];

/** From a sequence of its own, so that the others stay what they were. */
export function analystsOf(seed: number, domain: string): Analyst[] {
  const random = new Random(`${seed}:analysts`);
  return NAMES.map((name) => ({ objectId: random.guid(), name, userName: `${name.split(' ')[0]?.toLowerCase()}@${domain}` }));
}
