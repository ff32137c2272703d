import { Button } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { KeyboardEvent } from 'react';
import { MOST_OPEN_ORDERS, needsPerson, type WritesView } from '../../../contract/writes';
import { useApp } from '../../store/app-store';
import { KeptWrites } from './KeptWrites';
import { WriteBatchCard } from './WriteBatchCard';
import { useFocusBack } from '../../ui/use-focus-back';
import './writing.css';

/** Names the panel, so that it can be given the focus. */
export const WRITES_PANEL = 'writes-panel';

/** Changes under way, how they ended, and those that wait to be sent. Below every page, so that it covers nothing. */
export function WritesPanel() {
  const { batches, kept } = useApp((state) => state.writes);
  const shown = useApp((state) => state.writesShown);
  return shown && batches.length + kept.length > 0 && <OpenPanel />;
}

function OpenPanel() {
  const { batches, kept } = useApp((state) => state.writes);
  const showWrites = useApp((state) => state.showWrites);
  useFocusBack();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    showWrites(false);
  };
  return (
    <section className="writes-panel" id={WRITES_PANEL} tabIndex={-1} aria-label={i18n.t('Changes')} onKeyDown={onKeyDown}>
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
      <OrderList batches={batches} kept={kept} />
    </section>
  );
}

/** All of them; when the last one is about to fall off, it says so. */
export function OrderList({ batches, kept }: WritesView) {
  const open = batches.filter(({ items }) => items.some(({ state }) => needsPerson(state))).length;
  return (
    <div className="writes-body">
      {kept.length > 0 && <KeptWrites items={kept} />}
      {batches.map((batch) => (
        <WriteBatchCard key={batch.id} batch={batch} />
      ))}
      {open >= MOST_OPEN_ORDERS && (
        <p className="quiet">
          {i18n.t('Of the orders that need you, only the last {count} stay here. Clear those you are done with.', {
            count: MOST_OPEN_ORDERS,
          })}
        </p>
      )}
    </div>
  );
}
