import type { Language } from '../contract/display';

/** How numbers and dates are written in each language. */
export const FORMATS: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' };

/** The first language of a person's list that Tenantry speaks, English where it speaks none of them. */
export function firstSpoken(preferred: readonly string[]): Language {
  const known = Object.keys(FORMATS) as Language[];
  for (const tag of preferred) {
    const found = known.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
