import { i18n } from '@lingui/core';
import type { StoreStatus } from '../../../contract/app-status';

/** The state of the store in a few words; the banner on top says what to do. */
export function storeStateWords(state: StoreStatus['state']): string {
  switch (state) {
    case 'open':
      return i18n.t('Open, encrypted with a key from the keychain');
    case 'memory':
      return i18n.t('In memory only: nothing is written to disk');
    case 'wrongKey':
      return i18n.t('Not open: the key of this computer does not fit');
    case 'damaged':
      return i18n.t('Not open: the file is damaged');
    case 'inUse':
      return i18n.t('Not open: in use by another Tenantry');
    case 'keyLost':
      return i18n.t('Not open: its key is missing in the keychain');
    case 'newer':
      return i18n.t('Not open: made by a newer Tenantry');
    case 'failed':
      return i18n.t('Not open');
    case 'ended':
      return i18n.t('Not open: its process ended');
  }
}
