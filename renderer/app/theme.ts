import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ThemeChoice } from '../../contract/display';

const FONTS = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', 'Open Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace",
};

export const LIGHT: Theme = { ...webLightTheme, ...FONTS };
export const DARK: Theme = { ...webDarkTheme, ...FONTS };
export const CONTRAST: Theme = { ...teamsHighContrastTheme, ...FONTS };

export interface Look {
  theme: Theme;
  scheme: 'light' | 'dark';
}

/** The theme of a choice on a computer that prefers dark, or forces its own colours. */
export function lookOf(choice: ThemeChoice, prefersDark: boolean, forcedColours: boolean): Look {
  const dark = choice === 'dark' || (choice === 'system' && prefersDark);
  if (choice === 'contrast') return { theme: CONTRAST, scheme: 'dark' };
  if (forcedColours) return { theme: CONTRAST, scheme: prefersDark ? 'dark' : 'light' };
  return dark ? { theme: DARK, scheme: 'dark' } : { theme: LIGHT, scheme: 'light' };
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
