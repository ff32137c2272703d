import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { WriteItem } from '../../../contract/writes';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Monogram } from '../../ui/Monogram';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateBadge } from '../../ui/StateBadge';
import { useAction } from '../common/use-action';
import { changeWords } from './write-words';

/** Changes that could not be sent. Nothing goes out until somebody says so. */
export function KeptWrites({ items }: { items: readonly WriteItem[] }) {
  const { busy, run } = useAction();
  const asking = useApp((state) => state.askingKept);
  const setAsking = useApp((state) => state.askKept);
  const unknown = items.filter(({ state }) => state === 'unknown').length;
  const ids = items.map(({ id }) => id);
  const count = items.length;
  const tenants = [...new Set(items.map(({ tenantName }) => tenantName))].join(', ');
  const confirm = async () => {
    const name = asking === 'send' ? 'writes.sendKept' : 'writes.dropKept';
    setAsking(null);
    await run<unknown>(() => call(name, { ids }));
  };
  return (
    <article className="write-batch" aria-label={i18n.t('Waiting to be sent')}>
      <div className="write-batch-head">
        <div className="write-batch-title">
          <strong>{i18n.t('{count, plural, one {# change waits to be sent} other {# changes wait to be sent}}', { count })}</strong>
          <span className="quiet">{i18n.t('Microsoft could not be reached, or Tenantry was closed. Nothing is sent by itself.')}</span>
          {unknown > 0 && (
            <span>
              {i18n.t(
                '{count, plural, one {# of them was on its way} other {# of them were on their way}}, and no answer was heard: whether Microsoft took it is not known. Each is read again, and sent only where it is not there.',
                { count: unknown },
              )}
            </span>
          )}
        </div>
        <Button size="small" appearance="primary" disabled={busy} onClick={() => setAsking('send')}>
          {i18n.t('Send…')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => setAsking('drop')}>
          {i18n.t('Drop…')}
        </Button>
      </div>
      <ul className="write-lines">
        {items.map(({ id, tenantId, tenantName, incidentId, name, change, askedAt, state }) => (
          <li key={id} className="write-line">
            <div className="write-line-row">
              <Monogram name={tenantName} seed={tenantId} />
              <span className="write-line-tenant clip">{tenantName}</span>
              <span className="write-line-name clip" title={name}>
                {name} <span className="quiet">#{incidentId}</span>
              </span>
              <span className="clip" title={changeWords(change)}>
                {changeWords(change)}
              </span>
              {state === 'unknown' && <StateBadge tone="warning" label={i18n.t('Not known whether it was taken')} />}
              <span className="quiet">
                <RelativeTime at={askedAt} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        title={
          asking === 'drop'
            ? i18n.t('Drop {count, plural, one {# change} other {# changes}}?', { count })
            : i18n.t('Send {count, plural, one {# change} other {# changes}} now?', { count })
        }
        confirm={asking === 'drop' ? i18n.t('Drop') : i18n.t('Send')}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(null)}
      >
        <p>
          {asking === 'drop'
            ? i18n.t('They are not sent, and are gone from here. This is about {tenants}.', { tenants })
            : i18n.t('They go to {tenants}. Each incident is read again first; what somebody else changed meanwhile is not written over.', {
                tenants,
              })}
        </p>
        {asking === 'drop' && unknown > 0 && (
          <p>{i18n.t('Whether Microsoft took {count} of them is not known; what was taken stays.', { count: unknown })}</p>
        )}
      </ConfirmDialog>
    </article>
  );
}
