/** A function that picks from lists, the same way every time for one seed (mulberry32). */
export function seededPick(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0;
  return (from) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    const picked = from[Math.floor(fraction * from.length)];
    if (picked === undefined && from.length === 0) throw new Error('Nothing to pick from');
    return picked as (typeof from)[number];
  };
}
