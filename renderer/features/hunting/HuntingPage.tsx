// A page loaded later shares its schemas with the first one: this makes the bundler put the setting before them there as well.
import '../../bridge/zod-without-eval';
import { Button, Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import { useApp } from '../../store/app-store';
import { EmptyState } from '../../ui/EmptyState';
import { useHunting } from './hunting-store';
import { Workbench } from './Workbench';
import './hunting.css';

/** Hunting over all customers: queries on the left, the one being worked on, and what came of it. */
export function HuntingPage() {
  const profile = useApp(({ status }) => status?.profile.id);
  const store = useApp(({ status }) => status?.store.state);
  const state = useHunting((hunting) => hunting.state);
  const load = useHunting((hunting) => hunting.load);
  useEffect(() => {
    if (loadedOf === `${profile} ${store}`) return;
    loadedOf = `${profile} ${store}`;
    void load();
  }, [profile, store, load]);

  if (state === 'loading') return <Spinner className="hunting-wait" label={i18n.t('Opening the queries')} />;
  if (state === 'failed')
    return (
      <EmptyState
        icon="⚠"
        title={i18n.t('The queries of this profile cannot be read')}
        actions={<Button onClick={() => void load()}>{i18n.t('Try again')}</Button>}
      >
        {i18n.t('See the notice at the top of the window.')}
      </EmptyState>
    );
  return <Workbench />;
}

/** Which profile the queries are of. */
let loadedOf = '';
