import { KeychainError, type SecretVault } from './secret-vault';
import { SessionVault } from './session-vault';

/**
 * An entry without a secret. It must be there to be read: a locked keyring answers "none" for what it does not have (measured with gnome-keyring), and only
 * fails, after asking for its password, for what it has.
 */
const PROBE_ACCOUNT = 'probe';
const PROBE = Uint8Array.of(1);

/** The vault itself when it opens; otherwise it is closed and one in memory takes its place. */
export async function probeVault(vault: SecretVault): Promise<SecretVault> {
  try {
    if ((await vault.get(PROBE_ACCOUNT)) === null) await vault.set(PROBE_ACCOUNT, PROBE);
    return vault;
  } catch (error) {
    vault.close();
    if (!(error instanceof KeychainError)) throw error;
    // A keychain that stays silent is most likely waiting behind a prompt nobody answered.
    const reason = error.kind === 'locked' || error.kind === 'timeout' ? 'locked' : 'unavailable';
    return new SessionVault({ reason, detail: error.message });
  }
}
