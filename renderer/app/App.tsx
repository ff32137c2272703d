import { FluentProvider } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useInsertionEffect, useSyncExternalStore } from 'react';
import { useApp } from '../store/app-store';
import { Notices } from '../ui/notices';
import { Shell } from './Shell';
import { lookOf, useMedia } from './theme';

/** The page: theme, shell, notices. */
export function App() {
  const choice = useApp(({ status }) => status?.theme ?? 'system');
  const language = useSyncExternalStore(onLanguage, () => i18n.locale);
  // Read here so that all that shows dates is drawn again; before the first status they are of this computer's zone.
  useApp(({ status }) => status?.timeZone ?? 'system');
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const { theme, scheme } = lookOf(choice, dark, forced);

  // On the root, so that portals, native controls and `light-dark()` follow as well; before the first style is found, which would all be found again.
  useInsertionEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);

  return (
    <FluentProvider theme={theme} className="provider" data-theme={choice}>
      <Shell language={language} />
      <Notices />
    </FluentProvider>
  );
}

function onLanguage(listener: () => void): () => void {
  return i18n.on('change', listener);
}
