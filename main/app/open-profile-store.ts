import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreStatus } from '../../contract/app-status';
import { startKeychainHost } from '../secrets/keychain-host';
import { KeychainVault } from '../secrets/keychain-vault';
import { KeychainError, type SecretVault } from '../secrets/secret-vault';
import { SessionVault, sessionVaultAfter } from '../secrets/session-vault';
import { type OpenStore, openStore, startStoreProcess } from '../store/store-client';
import { IN_MEMORY } from '../store/store-lines';
import type { Utility } from '../utility/fork-utility';
import { profileFolder, sqliteBinding } from './paths';
import { readStoreKey } from './store-key-line';

/** Null store: it could not be opened, and the status says why. */
export interface ProfileStore {
  vault: SecretVault;
  status: StoreStatus;
  store: OpenStore | null;
}

/**
 * Opens the profile's store with its key from the OS keychain; where that is locked, missing or not wanted, a vault and a store in memory, so that nothing is
 * written that could not be protected.
 * @param sessionOnly the user wants nothing kept
 */
export async function openProfileStore(profileId: string, sessionOnly: boolean): Promise<ProfileStore> {
  const folder = profileFolder(profileId);
  const path = join(folder, 'tenantry.db');
  if (sessionOnly) return inMemory(new SessionVault({ reason: 'chosen' }), path);
  // Keychain entries of a profile never meet those of another one.
  const service = profileId === 'live' ? 'Tenantry' : `Tenantry ${profileId}`;
  const utility = startStoreProcess();
  let isKeyThere: boolean;
  try {
    isKeyThere = await readStoreKey(utility, { service, path });
  } catch (error) {
    utility.kill();
    if (!(error instanceof KeychainError)) throw error;
    return inMemory(sessionVaultAfter(error), path);
  }
  const vault = new KeychainVault({ service, start: startKeychainHost });
  if (isKeyThere) return { vault, ...(await onDisk(utility, folder, path)) };
  utility.kill();
  return { vault, status: { state: 'keyLost', path }, store: null };
}

async function onDisk(utility: Utility, folder: string, path: string): Promise<Omit<ProfileStore, 'vault'>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    utility.kill();
    return { status: { state: 'failed', path, detail: error instanceof Error ? error.message : String(error) }, store: null };
  }
  const answer = await openStore({ path, key: null, binding: sqliteBinding() }, utility);
  if (!answer.ok) return { status: { state: answer.failure, path, detail: answer.detail }, store: null };
  return { status: { state: 'open', path }, store: answer };
}

/** `path`: where the store would be. */
async function inMemory(vault: SecretVault, path: string): Promise<ProfileStore> {
  const answer = await openStore({ path: IN_MEMORY, key: null, binding: sqliteBinding() });
  if (!answer.ok) return { vault, status: { state: answer.failure, path, detail: answer.detail }, store: null };
  return { vault, status: { state: 'memory', path }, store: answer };
}
