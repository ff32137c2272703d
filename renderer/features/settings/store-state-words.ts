import type { StoreStatus } from '../../../contract/app-status';

/** The state of the store in a few words; the banner on top says what to do. */
export function storeStateWords(state: StoreStatus['state']): string {
  switch (state) {
    case 'open':
      return 'Open, encrypted with a key from the keychain';
    case 'memory':
      return 'In memory only: nothing is written to disk';
    case 'wrongKey':
      return 'Not open: the key of this computer does not fit';
    case 'damaged':
      return 'Not open: the file is damaged';
    case 'inUse':
      return 'Not open: in use by another Tenantry';
    case 'keyLost':
      return 'Not open: its key is missing in the keychain';
    case 'newer':
      return 'Not open: made by a newer Tenantry';
    case 'failed':
      return 'Not open';
    case 'ended':
      return 'Not open: its process ended';
  }
}
