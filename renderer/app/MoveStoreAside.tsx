import { call } from '../bridge/client';
import { useAction } from '../features/common/use-action';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useNotices } from '../ui/notices';

/** Before a store that does not open is renamed and a new one begins: asked for twice, as the list of tenants starts empty. */
export function MoveStoreAside({ path, onClose }: { path: string; onClose(): void }) {
  const { busy, run } = useAction();
  const notices = useNotices();

  const move = async () => {
    const result = await run(() => call('store.moveAside'));
    onClose();
    if (!result.ok) return;
    if (result.value.path === null) notices.failed('The file was not moved', result.value.detail ?? 'Open the store again first.');
    else notices.done(`A new store was begun. The old one is ${result.value.path}`);
  };

  return (
    <ConfirmDialog
      open
      title="Begin with an empty store?"
      confirm="Move it aside and begin anew"
      busy={busy}
      onConfirm={() => void move()}
      onCancel={onClose}
    >
      <p>
        The file <span className="code">{path}</span> is renamed with today’s date and kept, nothing in it is changed.
      </p>
      <p>
        The new store is empty: the registration of the partner app and the tenants have to be entered again (a file exported from Tenants
        can be imported), and incidents are read again. The client secret stays in the keychain.
      </p>
    </ConfirmDialog>
  );
}
