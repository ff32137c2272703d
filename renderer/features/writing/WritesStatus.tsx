import { i18n } from '@lingui/core';
import { isUnderWay, needsPerson } from '../../../contract/writes';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { WRITES_PANEL } from './WritesPanel';
import { StateDot, type Tone } from '../../ui/StateBadge';
import { useBatchKeys } from './use-batch-keys';

/** In the status bar: what of the changes needs somebody, or how far they are. Opens the list of them. */
export function WritesStatus() {
  const { batches, kept } = useApp((state) => state.writes);
  const shown = useApp((state) => state.writesShown);
  const showWrites = useApp((state) => state.showWrites);
  const items = batches.flatMap((batch) => batch.items);
  const any = items.length > 0 || kept.length > 0;
  // Whoever asks for it by key wants to go on there by key; an order alone leaves the focus where it is.
  const toggle = () => {
    showWrites(!shown);
    if (!shown) requestAnimationFrame(() => document.getElementById(WRITES_PANEL)?.focus());
  };
  useKeys(any ? [{ id: 'writes', label: i18n.t('Show or hide the changes'), group: 'Everywhere', keys: ['w'], run: toggle }] : []);
  useBatchKeys();
  if (!any) return null;
  const count = (states: (state: (typeof items)[number]['state']) => boolean) => items.filter(({ state }) => states(state)).length;
  const busy = count(isUnderWay);
  const stuck = count(needsPerson);
  const { tone, words } = says(busy, kept.length, stuck);
  return (
    <button type="button" className="status-item writes-status" aria-expanded={shown} onClick={toggle}>
      <StateDot tone={tone} />
      {words}
    </button>
  );
}

function says(busy: number, kept: number, stuck: number): { tone: Tone; words: string } {
  if (busy > 0) return { tone: 'busy', words: i18n.t('{busy, plural, one {# change under way} other {# changes under way}}', { busy }) };
  if (kept > 0)
    return {
      tone: 'waiting',
      words: i18n.t('{kept, plural, one {# change waits to be sent} other {# changes wait to be sent}}', { kept }),
    };
  if (stuck > 0)
    return { tone: 'warning', words: i18n.t('{stuck, plural, one {# change needs you} other {# changes need you}}', { stuck }) };
  return { tone: 'good', words: i18n.t('Changes done') };
}
