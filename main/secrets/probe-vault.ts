import { KeychainError, type SecretVault } from './secret-vault';
import { SessionVault } from './session-vault';

/** Read once at the start; nothing is ever stored under it. */
const PROBE_ACCOUNT = 'probe';

/** The vault itself when it answers; otherwise it is closed and one in memory takes its place. Reading also makes a locked keychain ask for its password. */
export async function probeVault(vault: SecretVault): Promise<SecretVault> {
  try {
    await vault.get(PROBE_ACCOUNT);
    return vault;
  } catch (error) {
    vault.close();
    if (!(error instanceof KeychainError)) throw error;
    // A keychain that stays silent is most likely waiting behind a prompt nobody answered.
    const reason = error.kind === 'locked' || error.kind === 'timeout' ? 'locked' : 'unavailable';
    return new SessionVault({ reason, detail: error.message });
  }
}
