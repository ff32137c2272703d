import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { StoreStatus } from '../../contract/app-status';
import { call } from '../bridge/client';
import { useAction } from '../features/common/use-action';
import { Banner } from '../ui/Banner';
import { MoveStoreAside } from './MoveStoreAside';
import { withElements } from '../ui/with-elements';

/** Said when the encrypted store of the profile is not open. The file is always kept. */
export function StoreBanner({ store }: { store: StoreStatus }) {
  const { busy, run } = useAction();
  const [moving, setMoving] = useState(false);
  const words = storeWords(store.state);
  if (!words) return null;
  return (
    <>
      <Banner
        intent="error"
        title={words.title}
        actions={
          <div className="banner-buttons">
            <Button size="small" disabled={busy} onClick={() => void run(() => call('secrets.retry'))}>
              {busy ? i18n.t('Opening…') : i18n.t('Open again')}
            </Button>
            {words.movable && (
              <Button size="small" disabled={busy} onClick={() => setMoving(true)}>
                {i18n.t('Begin anew…')}
              </Button>
            )}
          </div>
        }
      >
        {words.text} {withElements(i18n.t('The file is kept as it is: [[path]]'), { path: <span className="code">{store.path}</span> })}
        {store.detail && <span className="quiet"> ({store.detail})</span>}
      </Banner>
      {moving && <MoveStoreAside path={store.path} onClose={() => setMoving(false)} />}
    </>
  );
}

/** What a store state means and what to do; null when there is nothing to say. */
export function storeWords(state: StoreStatus['state']): { title: string; text: string; movable?: boolean } | null {
  switch (state) {
    case 'open':
    case 'memory':
      return null;
    case 'wrongKey':
      return {
        title: i18n.t('The store cannot be opened with the key of this computer.'),
        text: i18n.t(
          'It may have been copied from another computer, or the keychain was reset. Restore the keychain entry, or move the file aside to begin with an empty store.',
        ),
        movable: true,
      };
    case 'keyLost':
      return {
        title: i18n.t('The key of the store is missing in the keychain.'),
        text: i18n.t(
          'Without it the store cannot be read by anybody. Restore the keychain, or move the file aside to begin with an empty store.',
        ),
        movable: true,
      };
    case 'damaged':
      return {
        title: i18n.t('The store is damaged.'),
        text: i18n.t(
          'Put a backup in its place, or move it aside to begin with an empty store (tenants have to be added again, incidents are read again).',
        ),
        movable: true,
      };
    case 'inUse':
      return {
        title: i18n.t('The store is in use.'),
        text: i18n.t('Another Tenantry has it open. Close that one and start this one again.'),
      };
    case 'newer':
      return {
        title: i18n.t('The store was made by a newer Tenantry.'),
        text: i18n.t('This version could lose what it does not know. Start the newer version; the store is left as it is.'),
      };
    case 'failed':
      return {
        title: i18n.t('The store could not be opened.'),
        text: i18n.t('Check that the disk is not full and that the folder can be written to, then open it again.'),
      };
    case 'ended':
      return {
        title: i18n.t('The store stopped unexpectedly.'),
        text: i18n.t('Tenants and incidents cannot be shown until it is open again. What was read before is kept.'),
      };
  }
}
