import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { HeldToken } from '../../../contract/token-inspection';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** Puts the token on the clipboard, past this page: asked for twice and noted in the audit trail. */
export function CopyToken({ token, tenantName }: { token: HeldToken; tenantName: string }) {
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction();
  const notices = useNotices();

  const copy = async () => {
    const result = await run(() => call('tokens.copy', token));
    setAsking(false);
    if (result.ok) notices.done(i18n.t('Token of {tenantName} copied. It is taken off the clipboard in a minute.', { tenantName }));
  };

  return (
    <>
      <ActionButton group="Tokens" disabled={busy} onClick={() => setAsking(true)}>
        {i18n.t('Copy token…')}
      </ActionButton>
      <ConfirmDialog
        open={asking}
        title={i18n.t('Copy the token of {tenantName}?', { tenantName })}
        confirm={i18n.t('Copy token')}
        busy={busy}
        onConfirm={() => void copy()}
        onCancel={() => setAsking(false)}
      >
        <p>{i18n.t('Whoever has it can do what it allows in this tenant until it expires, and nobody can take it back.')}</p>
        <p>
          {i18n.t(
            'It goes to the clipboard and is taken off after a minute, unless something else was copied by then. A program that keeps a history of the clipboard may keep it longer. The audit trail gets a line with your name, this tenant and the time.',
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}
