import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useApp } from '../store/app-store';
import { Notices } from '../ui/notices';
import { Shell } from './Shell';
import { lookOf, useMedia } from './theme';

/** The page: theme, shell, notices. */
export function App() {
  const choice = useApp(({ status }) => status?.theme ?? 'system');
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const { theme, scheme } = lookOf(choice, dark, forced);

  // On the root, so that portals, native controls and `light-dark()` follow as well.
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);

  return (
    <FluentProvider theme={theme} className="provider">
      <Shell />
      <Notices />
    </FluentProvider>
  );
}
