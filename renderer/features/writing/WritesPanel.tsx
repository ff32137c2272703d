import { Button } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { KeyboardEvent } from 'react';
import { useApp } from '../../store/app-store';
import { KeptWrites } from './KeptWrites';
import { WriteBatchCard } from './WriteBatchCard';
import './writing.css';

/** Changes under way, how they ended, and those that wait to be sent. Below every page, so that it covers nothing. */
export function WritesPanel() {
  const { batches, kept } = useApp((state) => state.writes);
  const shown = useApp((state) => state.writesShown);
  const showWrites = useApp((state) => state.showWrites);
  if (!shown || (batches.length === 0 && kept.length === 0)) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) showWrites(false);
  };
  return (
    <section className="writes-panel" aria-label={i18n.t('Changes')} onKeyDown={onKeyDown}>
      <header className="writes-head">
        <h2>{i18n.t('Changes')}</h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label={i18n.t('Close the changes')}
          title={i18n.t('Close (w)')}
          onClick={() => showWrites(false)}
        />
      </header>
      <div className="writes-body">
        {kept.length > 0 && <KeptWrites items={kept} />}
        {batches.map((batch) => (
          <WriteBatchCard key={batch.id} batch={batch} />
        ))}
      </div>
    </section>
  );
}
