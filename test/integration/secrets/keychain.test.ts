import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeychainHost } from '../../../main/secrets/keychain-line';
import { KeychainVault } from '../../../main/secrets/keychain-vault';
import { storeKey } from '../../../main/secrets/store-key';
import { bundleForNode } from '../../support/bundle';
import { startBus, startKeyring, type TestKeyring } from '../../support/keyring';
import { startChildHost } from '../../support/secrets/child-host';

const text = (value: string) => new TextEncoder().encode(value);

let bundle: string;
const hosts: ReturnType<typeof startChildHost>[] = [];

beforeAll(async () => {
  bundle = await bundleForNode('test/support/secrets/keychain-child.ts', 'keychain-child');
});

/** A vault whose keychain process is a child on the given bus. */
function vaultOn(address: string | null, parts: { service?: string; limitMs?: number; idleMs?: number } = {}): KeychainVault {
  const start = (): KeychainHost => {
    const host = startChildHost(bundle, address);
    hosts.push(host);
    return host;
  };
  return new KeychainVault({ service: 'Tenantry test', start, ...parts });
}

describe('the OS keychain, unlocked', () => {
  let keyring: TestKeyring;
  let vault: KeychainVault;

  beforeEach(async () => {
    keyring = await startKeyring();
    vault = vaultOn(keyring.address);
  });
  afterEach(async () => {
    vault.close();
    await keyring.stop();
  });

  it('keeps, reads, replaces and deletes a secret', async () => {
    expect(await vault.get('partner app')).toBeNull();
    await vault.set('partner app', text('first'));
    await vault.set('partner app', text('second'));
    expect(await vault.get('partner app')).toEqual(text('second'));
    expect(await vault.delete('partner app')).toBe(true);
    expect(await vault.delete('partner app')).toBe(false);
    expect(await vault.get('partner app')).toBeNull();
  });

  it('keeps bytes of any length and value, longer than one entry of Windows holds', async () => {
    for (const length of [0, 1, 2_400, 2_401, 5_296]) {
      const secret = new Uint8Array(randomBytes(length));
      await vault.set('long', secret);
      expect(await vault.get('long')).toEqual(secret);
    }
    await vault.set('zeros', Uint8Array.of(0, 65, 0));
    expect(await vault.get('zeros')).toEqual(Uint8Array.of(0, 65, 0));
    expect(await vault.delete('long')).toBe(true);
    expect(await vault.get('long#1')).toBeNull();
  });

  it('takes any account name', async () => {
    await vault.set('Företag Åland 🔑/#1', text('x'));
    expect(await vault.get('Företag Åland 🔑/#1')).toEqual(text('x'));
    expect(await vault.get('Företag Åland 🔑')).toBeNull();
  });

  it('keeps services apart', async () => {
    const other = vaultOn(keyring.address, { service: 'Tenantry test of another profile' });
    await vault.set('store key', text('ours'));
    expect(await other.get('store key')).toBeNull();
    other.close();
  });

  it('answers many calls at once, more than it holds entries', async () => {
    const accounts = Array.from({ length: 40 }, (_, index) => `account ${index}`);
    await Promise.all(accounts.map((account) => vault.set(account, text(account))));
    expect(await Promise.all(accounts.map((account) => vault.get(account)))).toEqual(accounts.map(text));
  });

  it('goes on after the keyring was restarted under it', async () => {
    await vault.set('partner app', text('kept'));
    await keyring.restart();
    expect(await vault.get('partner app')).toEqual(text('kept'));
  });

  it('says locked, not "no secret", once the keyring is locked', async () => {
    await vault.set('partner app', text('there'));
    await keyring.lock();
    await expect(vault.get('partner app')).rejects.toMatchObject({ name: 'KeychainError', kind: 'locked' });
    await expect(vault.set('partner app', text('new'))).rejects.toMatchObject({ kind: 'locked' });
    await expect(storeKey(vault, false)).rejects.toMatchObject({ kind: 'locked' });
  });

  it('has the key of a store made once, and says locked, not lost, while the keyring is locked', async () => {
    const made = await storeKey(vault, false);
    expect('key' in made && made.key.length).toBe(32);
    const next = vaultOn(keyring.address);
    expect(await storeKey(next, true)).toEqual(made);
    next.close();
    await keyring.lock();
    await expect(storeKey(vaultOn(keyring.address), true)).rejects.toMatchObject({ name: 'KeychainError', kind: 'locked' });
  });

  it('finds a keyring locked that has nothing of ours yet: neither is a key made, nor is that of a store lost', async () => {
    await keyring.lock();
    for (const storeExists of [false, true])
      await expect(storeKey(vaultOn(keyring.address), storeExists)).rejects.toMatchObject({ kind: 'locked' });
  });

  it('ends its process when idle and starts another one when asked again', async () => {
    const idle = vaultOn(keyring.address, { idleMs: 1 });
    await idle.set('partner app', text('kept'));
    const first = hosts.at(-1);
    await new Promise((resolve) => first?.child.once('exit', resolve));
    expect(await idle.get('partner app')).toEqual(text('kept'));
    expect(hosts.at(-1)).not.toBe(first);
    idle.close();
  });

  it('gives up a keyring that does not answer, ends the hanging process, and works again when it answers', async () => {
    const hasty = vaultOn(keyring.address, { limitMs: 3_000 });
    await hasty.set('partner app', text('kept'));
    const hanging = hosts.at(-1)?.child;
    keyring.freeze();
    await expect(Promise.all([hasty.get('partner app'), hasty.get('another')])).rejects.toMatchObject({
      name: 'KeychainError',
      kind: 'timeout',
    });
    if (hanging?.signalCode === null) await new Promise((resolve) => hanging.once('exit', resolve));
    expect(hanging?.signalCode).toBe('SIGKILL');
    keyring.thaw();
    expect(await hasty.get('partner app')).toEqual(text('kept'));
    hasty.close();
  });

  it('fails with a kind when its process dies under a call, and works again after', async () => {
    await vault.set('partner app', text('kept'));
    const host = hosts.at(-1);
    const call = vault.get('partner app');
    host?.child.kill('SIGKILL');
    await expect(call).rejects.toMatchObject({ name: 'KeychainError', kind: 'unavailable' });
    expect(await vault.get('partner app')).toEqual(text('kept'));
  });
});

describe('without a usable keychain', () => {
  it('says unavailable where there is no session bus', async () => {
    const vault = vaultOn(null);
    await expect(vault.get('partner app')).rejects.toMatchObject({ name: 'KeychainError', kind: 'unavailable' });
    vault.close();
  });

  it('says unavailable where nobody on the bus keeps secrets', async () => {
    const bus = await startBus();
    const vault = vaultOn(bus.address);
    await expect(vault.get('partner app')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(storeKey(vault, false)).rejects.toMatchObject({ kind: 'unavailable' });
    await bus.stop();
  });
});

afterAll(() => {
  for (const { child } of hosts) child.kill('SIGKILL');
});
