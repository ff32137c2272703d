import { describe, expect, it } from 'vitest';
import { KeychainError } from '../../../main/secrets/secret-vault';
import { SessionVault, sessionVaultAfter } from '../../../main/secrets/session-vault';

describe('the vault of a session', () => {
  it('says why it is there', () => {
    expect(new SessionVault({ reason: 'locked', detail: 'prompt dismissed' }).storage).toMatchObject({
      mode: 'session',
      reason: 'locked',
      detail: 'prompt dismissed',
    });
  });

  it('takes the place of a keychain that refused, and says of silence that it is locked', () => {
    const reasons = (['locked', 'timeout', 'unavailable', 'other'] as const).map(
      (kind) => sessionVaultAfter(new KeychainError(kind, 'why')).storage,
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['locked', 'locked', 'unavailable', 'unavailable']);
    expect(reasons.map(({ detail }) => detail)).toEqual(['why', 'why', 'why', 'why']);
  });

  it('keeps its own copies, and forgets all when closed', async () => {
    const vault = new SessionVault({ reason: 'chosen' });
    const given = Uint8Array.of(1, 2);
    await vault.set('a', given);
    given.fill(9);
    const got = await vault.get('a');
    expect(got).toEqual(Uint8Array.of(1, 2));
    got?.fill(9);
    expect(await vault.get('a')).toEqual(Uint8Array.of(1, 2));
    expect(await vault.delete('a')).toBe(true);
    expect(await vault.delete('a')).toBe(false);
    await vault.set('b', Uint8Array.of(3));
    vault.close();
    expect(await vault.get('b')).toBeNull();
    await expect(vault.set('c', Uint8Array.of(4))).rejects.toMatchObject({ name: 'KeychainError', kind: 'unavailable' });
  });
});
