const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** "4.7 MB": a size in decimal units, with as many digits as say something. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}
