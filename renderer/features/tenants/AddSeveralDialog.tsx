import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Textarea,
} from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { MAX_PASTED, pastedLines } from './paste-lines';
import { firstLook, lookUp, type PastedRow, pastedCounts } from './paste-lookup';
import { pastedSummary } from './paste-words';
import { PastedTable } from './PastedTable';

/** Adds many customers from a pasted list: what each line is, looked up in the cloud, chosen, added at once. */
export function AddSeveralDialog({ onClose }: { onClose(): void }) {
  const [text, setText] = useState('');
  const [rows, setRows] = useState<PastedRow[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<TenantId>>(new Set());
  const [asking, setAsking] = useState<AbortController | null>(null);
  const { busy, run } = useAction();
  const notices = useNotices();
  const tenants = useApp((state) => state.tenants);
  const loadTenants = useApp((state) => state.loadTenants);
  const lines = useMemo(() => pastedLines(text), [text]);
  const first = useMemo(() => firstLook(lines, tenants), [lines, tenants]);
  const shown = rows ?? first;
  const counts = pastedCounts(shown);
  const chosen = shown.flatMap(({ state }) => (state.kind === 'found' && !left.has(state.tenantId) ? [state] : []));
  const undone = counts.waiting + counts.failed;
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const control = new AbortController();
    running.current = control;
    setAsking(control);
    await lookUp(shown, { tenants, resolve: (query) => call('tenants.resolve', { query }), signal: control.signal, onRows: setRows });
    setAsking(null);
  };
  const add = async () => {
    const entries = chosen.map(({ tenantId, displayName, domain }) => ({ tenantId, displayName, ...(domain ? { domain } : {}) }));
    const result = await run(() => call('tenants.addSeveral', entries));
    if (!result.ok) return;
    await loadTenants();
    notices.done(i18n.t('{count, plural, one {# tenant} other {# tenants}} added', { count: result.value.added }));
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || data.type === 'backdropClick' || onClose()}>
      <DialogSurface className="wide-dialog">
        <DialogBody>
          <DialogTitle>{i18n.t('Add several tenants')}</DialogTitle>
          <DialogContent>
            {rows === null ? (
              <Field
                label={i18n.t('List of customers')}
                hint={i18n.t('One a line: a domain, a tenant ID, or a name and one of them, such as Contoso;contoso.com.')}
              >
                <Textarea
                  className="paste-field"
                  value={text}
                  rows={10}
                  autoFocus
                  spellCheck={false}
                  onChange={(_event, data) => setText(data.value)}
                />
              </Field>
            ) : (
              <PastedTable rows={shown} left={left} onLeft={setLeft} onClose={onClose} />
            )}
            {asking && (
              <ProgressBar value={shown.length - undone - counts.asking} max={shown.length} aria-label={i18n.t('Lines looked up')} />
            )}
            <p className="dialog-summary" role="status">
              {lines.length > MAX_PASTED
                ? i18n.t('Only the first {MAX_PASTED, number} lines are taken. For more, import a CSV file.', { MAX_PASTED })
                : pastedSummary(counts)}
            </p>
          </DialogContent>
          <DialogActions>
            {rows !== null && !asking && <Button onClick={() => setRows(null)}>{i18n.t('Edit the list')}</Button>}
            {asking ? (
              <Button onClick={() => asking.abort()}>{i18n.t('Stop')}</Button>
            ) : (
              <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
            )}
            {(rows === null || undone > 0) && (
              <Button
                appearance={rows === null ? 'primary' : 'secondary'}
                disabled={undone === 0 || asking !== null}
                onClick={() => void start()}
              >
                {undone > 0 ? i18n.t('Look up {undone}', { undone }) : i18n.t('Look up')}
              </Button>
            )}
            {rows !== null && (
              <Button appearance="primary" disabled={chosen.length === 0 || asking !== null || busy} onClick={() => void add()}>
                {i18n.t('Add {count, plural, one {# tenant} other {# tenants}}', { count: chosen.length })}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
