import { z } from 'zod';

/** How the page looks. `contrast` is Tenantry's own; forced colours of the system are followed whatever is chosen. */
export const themeChoice = z.enum(['system', 'light', 'dark', 'contrast']);
export type ThemeChoice = z.infer<typeof themeChoice>;

/** The languages Tenantry speaks. */
export const language = z.enum(['en', 'sv']);
export type Language = z.infer<typeof language>;

export const languageChoice = z.enum(['system', ...language.options]);
export type LanguageChoice = z.infer<typeof languageChoice>;

/** The zone dates are shown in: `system`, or a name of the IANA list such as `UTC` or `Europe/Stockholm`. */
export const timeZoneChoice = z.string().refine(isTimeZone);

function isTimeZone(name: string): boolean {
  if (name === 'system') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
