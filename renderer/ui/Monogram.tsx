import './monogram.css';

const TINTS = 8;

interface MonogramProps {
  name: string;
  /** What the tint follows, so that a rename keeps it. */
  seed: string;
  /** One of the tints by number, in place of the one that follows the seed. */
  tint?: number;
}

/** Two letters on a quiet colour, to find a customer again by eye. Decoration: the name always stands beside it. */
export function Monogram({ name, seed, tint }: MonogramProps) {
  return (
    <span className={`monogram monogram-${tint ?? tintOf(seed)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  const letters = second ? start(first, 1) + start(second, 1) : start(first, 2);
  return letters.toUpperCase();
}

/** The first letters, none of them cut in half. */
function start(word: string, count: number): string {
  return Array.from(word).slice(0, count).join('');
}

function tintOf(seed: string): number {
  let sum = 0;
  for (const letter of seed) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}
