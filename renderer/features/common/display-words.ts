import type { ThemeChoice } from '../../../contract/display';

export const THEMES: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: /*i18n*/ 'As the system' },
  { value: 'light', label: /*i18n*/ 'Light' },
  { value: 'dark', label: /*i18n*/ 'Dark' },
  { value: 'contrast', label: /*i18n*/ 'High contrast' },
];

/** A language is named in itself, so that whoever cannot read the page finds it. */
export const LANGUAGES = { en: 'English', sv: 'Svenska' };
