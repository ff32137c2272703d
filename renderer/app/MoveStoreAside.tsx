import { i18n } from '@lingui/core';
import { call } from '../bridge/client';
import { useAction } from '../features/common/use-action';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useNotices } from '../ui/notices';
import { withElements } from '../ui/with-elements';

/** Before a store that does not open is renamed and a new one begins: asked for twice, as the list of tenants starts empty. */
export function MoveStoreAside({ path, onClose }: { path: string; onClose(): void }) {
  const { busy, run } = useAction();
  const notices = useNotices();

  const move = async () => {
    const result = await run(() => call('store.moveAside'));
    onClose();
    if (!result.ok) return;
    if (result.value.path === null)
      notices.failed(i18n.t('The file was not moved'), result.value.detail ?? i18n.t('Open the store again first.'));
    else notices.done(i18n.t('A new store was begun. The old one is {path}', { path: result.value.path }));
  };

  return (
    <ConfirmDialog
      open
      title={i18n.t('Begin with an empty store?')}
      confirm={i18n.t('Move it aside and begin anew')}
      busy={busy}
      onConfirm={() => void move()}
      onCancel={onClose}
    >
      <p>
        {withElements(i18n.t('The file [[path]] is renamed with today’s date and kept, nothing in it is changed.'), {
          path: <span className="code">{path}</span>,
        })}
      </p>
      <p>
        {i18n.t(
          'The new store is empty: the registration of the partner app and the tenants have to be entered again (a file exported from Tenants can be imported), and incidents are read again. The client secret stays in the keychain.',
        )}
      </p>
    </ConfirmDialog>
  );
}
