import { describe, expect, it } from 'vitest';
import { SessionVault } from '../../../main/secrets/session-vault';
import { storeKey } from '../../../main/secrets/store-key';

const vault = () => new SessionVault({ reason: 'chosen' });

describe('the key of a store', () => {
  it('is 32 random bytes, made once and kept', async () => {
    const kept = vault();
    const first = await storeKey(kept, false);
    expect('key' in first && first.key.length).toBe(32);
    expect(await storeKey(kept, true)).toEqual(first);
    expect(await storeKey(vault(), false)).not.toEqual(first);
  });

  it('is lost, and never made anew, where the store is there and the key is not', async () => {
    const empty = vault();
    expect(await storeKey(empty, true)).toEqual({ lost: true });
    expect(await storeKey(empty, true)).toEqual({ lost: true });
  });

  it('is never written over by another one', async () => {
    const odd = vault();
    await odd.set('store key', Uint8Array.of(1, 2, 3));
    expect(await storeKey(odd, false)).toEqual({ lost: true });
    expect(await odd.get('store key')).toEqual(Uint8Array.of(1, 2, 3));
  });
});
