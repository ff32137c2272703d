import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import type { Output } from '../../../contract/ipc';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import type { WriteKind } from '../../store/writes-slice';
import { useFocusBack } from '../../ui/use-focus-back';
import { errorWords } from '../common/error-words';
import { DialogForm } from '../../ui/FormDialog';
import { useAction } from '../common/use-action';
import { changeOf, firstDraft } from './order-draft';
import { OrderFields } from './OrderFields';
import { OrderScope } from './OrderScope';
import { orderTitle } from './write-words';
import './writing.css';

/** The form that is open, if any. Once per page. */
export function OrderDialog() {
  const ordering = useApp((state) => state.ordering);
  return ordering && <OpenOrder key={ordering.kind} kind={ordering.kind} incidents={ordering.incidents} />;
}

function OpenOrder({ kind, incidents }: NonNullable<ReturnType<typeof useApp.getState>['ordering']>) {
  const close = useApp((state) => state.closeOrder);
  const [query] = useQuery('writes.prepare', { incidents: [...incidents] });
  useFocusBack();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface className="order-dialog">
        {query.state === 'ready' ? (
          <OrderForm kind={kind} prepared={query.value} onClose={close} />
        ) : (
          <DialogBody>
            <DialogTitle>{orderTitle(kind, incidents.length)}</DialogTitle>
            <DialogContent>
              {query.state === 'loading' ? <Spinner label={i18n.t('Looking…')} /> : <p>{errorWords(query.error).text}</p>}
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{i18n.t('Cancel')}</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}

function OrderForm({ kind, prepared, onClose }: { kind: WriteKind; prepared: Output<'writes.prepare'>; onClose(): void }) {
  const { subjects, access } = prepared;
  const [draft, setDraft] = useState(() => firstDraft(subjects));
  const showWrites = useApp((state) => state.showWrites);
  const clearPicked = useApp((state) => state.clearPicked);
  const { busy, run } = useAction();
  const change = changeOf(kind, draft);
  const refused = new Set(access.filter(({ may }) => may === 'no').map(({ tenantId }) => tenantId));
  const nobodyMay = subjects.length > 0 && subjects.every(({ tenantId }) => refused.has(tenantId));

  const submit = async () => {
    if (change === null) return;
    const items = subjects.map(({ tenantId, incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
    const result = await run(() => call('writes.start', { change, items }));
    if (!result.ok) return;
    showWrites(true);
    clearPicked();
    onClose();
  };

  return (
    <DialogForm
      title={orderTitle(kind, subjects.length)}
      confirm={i18n.t('Change {count, plural, one {# incident} other {# incidents}}', { count: subjects.length })}
      disabled={busy || change === null || nobodyMay || subjects.length === 0}
      className="order-content"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <OrderScope subjects={subjects} access={access} />
      <OrderFields kind={kind} draft={draft} subjects={subjects} onChange={(patch) => setDraft({ ...draft, ...patch })} />
    </DialogForm>
  );
}
