import { Button, ProgressBar } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { isFailed, isUnderWay, needsPerson, type WriteBatch } from '../../../contract/writes';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { RelativeTime } from '../../ui/RelativeTime';
import { useAction } from '../common/use-action';
import { WriteLine } from './WriteLine';
import { isBeingSent, mayUndo } from './batch-actions';
import { batchWords, changeWords, STAYS_WORDS, undoHindrance } from './write-words';

/** One order: what it changes, how far each incident is, and what can be done about the whole of it. */
export function WriteBatchCard({ batch }: { batch: WriteBatch }) {
  const { id, startedAt, items, undoable, undoes, undone, stays } = batch;
  const { busy, run } = useAction();
  const asking = useApp((state) => state.undoing === id);
  const askUndo = useApp((state) => state.askUndo);
  const hindrance = undoHindrance(batch);
  const running = items.some(({ state }) => isUnderWay(state));
  const sending = items.some(isBeingSent);
  const failed = items.filter(({ state }) => isFailed(state)).length;
  const ended = items.filter(({ state }) => !isUnderWay(state)).length;
  const changes = new Set(items.map(({ change }) => changeWords(change)));
  const title = undoes === null ? (changes.size === 1 ? ([...changes][0] ?? '') : i18n.t('Several changes')) : i18n.t('Taking back');
  const tenants = [...new Set(items.filter(({ taken }) => taken).map(({ tenantName }) => tenantName))];
  const act = (name: 'writes.retry' | 'writes.cancel' | 'writes.dismiss') => void run(() => call(name, { batchId: id }));
  const undo = async () => {
    askUndo(null);
    await run(() => call('writes.undo', { batchId: id }));
  };
  return (
    <article className="write-batch" aria-label={title}>
      <div className="write-batch-head">
        <div className="write-batch-title">
          <strong className="clip" title={title}>
            {title}
          </strong>
          <span className="quiet">
            <span role="status">{batchWords(batch)}</span> · <RelativeTime at={startedAt} />
          </span>
          {hindrance !== null && <span className="quiet">{hindrance}</span>}
        </div>
        {sending && (
          <Button size="small" disabled={busy} onClick={() => act('writes.cancel')}>
            {i18n.t('Cancel the rest')}
          </Button>
        )}
        {failed > 0 && (
          <Button size="small" appearance="primary" disabled={busy} onClick={() => act('writes.retry')}>
            {i18n.t('Try {failed, plural, one {the failed one} other {the # failed ones}} again', { failed })}
          </Button>
        )}
        {mayUndo(batch) && (
          <Button size="small" disabled={busy} onClick={() => askUndo(id)}>
            {i18n.t('Undo')}
          </Button>
        )}
        {undone && <span className="quiet">{i18n.t('Taken back')}</span>}
        {!running && (
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => act('writes.dismiss')}>
            {i18n.t('Clear')}
          </Button>
        )}
      </div>
      {running && <ProgressBar aria-label={i18n.t('Progress of the changes')} value={ended} max={items.length} />}
      <ul className="write-lines">
        {items.map((item) => (
          <WriteLine key={item.id} item={item} batchId={id} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        title={i18n.t('Undo {undoable, plural, one {# change} other {# changes}}?', { undoable })}
        confirm={i18n.t('Undo')}
        onConfirm={() => void undo()}
        onCancel={() => askUndo(null)}
      >
        <p>
          {i18n.t('The values of before are written again, at {tenants}. Each incident is read again first.', {
            tenants: tenants.join(', '),
          })}
        </p>
        {stays.map((fact) => (
          <p key={fact}>{i18n.t(STAYS_WORDS[fact])}</p>
        ))}
        {items.some(({ state }) => needsPerson(state)) && <p>{i18n.t('What failed or met a conflict is not tried again.')}</p>}
      </ConfirmDialog>
    </article>
  );
}
