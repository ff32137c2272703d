import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerApp } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { withElements } from '../../ui/with-elements';

/** Takes the registration and its secret off this computer, after a question. */
export function RemovePartnerApp({ app, onRemoved }: { app: PartnerApp; onRemoved(): void }) {
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);

  const remove = async () => {
    const result = await run(() => call('partnerApp.remove', { appId: app.appId }));
    setAsking(false);
    if (!result.ok) return;
    await loadStatus();
    onRemoved();
    notices.done(i18n.t('Partner app removed'));
  };

  return (
    <section className="card" aria-label={i18n.t('Remove partner app')}>
      <div className="card-title-row">
        <p className="quiet">
          {i18n.t('Removing takes the registration and its secret off this computer. Tenants and stored incidents stay.')}
        </p>
        <ActionButton group="Partner app" className="no-shrink" onClick={() => setAsking(true)}>
          {i18n.t('Remove partner app')}
        </ActionButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={i18n.t('Remove the partner app?')}
        confirm={i18n.t('Remove partner app')}
        busy={busy}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {withElements(
          i18n.t(
            'The registration [[clientId]] and its secret are taken off this computer. The registration in Entra ID is not touched. Tenants and stored incidents stay, but nothing new can be read with it.',
          ),
          { clientId: <span className="code">{app.clientId}</span> },
        )}
      </ConfirmDialog>
    </section>
  );
}
