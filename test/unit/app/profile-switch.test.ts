import { describe, expect, it } from 'vitest';
import { ProfileSwitch } from '../../../main/app/profile-switch';
import { LIVE, type ProfileDefinition } from '../../../main/app/profiles';

/** Notes what is opened and closed; each opening waits until it is let go, or fails. */
function bench() {
  const happened: string[] = [];
  const waiting: { go(): void; fail(error: Error): void }[] = [];
  const open = (name: string, definition: ProfileDefinition) =>
    new Promise<{ definition: ProfileDefinition; movableStore(): null; close(): Promise<void> }>((resolve, reject) => {
      happened.push(`open ${name}`);
      const profile = { definition, movableStore: () => null, close: async () => void happened.push(`close ${name}`) };
      waiting.push({ go: () => resolve(profile), fail: reject });
    });
  const profiles = new ProfileSwitch({
    openHome: (definition) => open(definition.profile.id, definition),
    openSandbox: () => open('sandbox', LIVE),
    onLeaving: () => undefined,
    onChanged: () => void happened.push('changed'),
  });
  const next = () => {
    const first = waiting.shift();
    if (!first) throw new Error('Nothing is being opened');
    return first;
  };
  return { happened, profiles, next };
}

describe('the one open profile', () => {
  it('is closed when it is open, where closing is asked for while it opens', async () => {
    const { happened, profiles, next } = bench();
    const begun = profiles.begin({ home: null, sandbox: false });
    const closed = profiles.close().then(() => happened.push('closed'));
    next().go();
    await Promise.all([begun, closed]);
    expect(happened).toEqual(['open live', 'close live', 'closed']);
  });

  it('closes with nothing to close where the first one does not open', async () => {
    const { profiles, next } = bench();
    const begun = profiles.begin({ home: null, sandbox: true });
    const closed = profiles.close();
    next().fail(new Error('no cloud'));
    await expect(begun).rejects.toThrow('no cloud');
    await closed;
    expect(profiles.current).toBeNull();
  });

  it('is the one that a change under way opens, where closing is asked for meanwhile', async () => {
    const { happened, profiles, next } = bench();
    const begun = profiles.begin({ home: null, sandbox: false });
    next().go();
    await begun;
    const changed = profiles.toSandbox();
    const closed = profiles.close();
    await expect.poll(() => happened.at(-1)).toBe('open sandbox');
    next().go();
    await Promise.all([changed, closed]);
    expect(happened).toEqual(['open live', 'close live', 'open sandbox', 'changed', 'close sandbox']);
  });

  it('is the first one again where another does not open', async () => {
    const { happened, profiles, next } = bench();
    const begun = profiles.begin({ home: null, sandbox: false });
    next().go();
    await begun;
    const changed = profiles.toSandbox();
    await expect.poll(() => happened.at(-1)).toBe('open sandbox');
    next().fail(new Error('no sandbox'));
    await expect.poll(() => happened.at(-1)).toBe('open live');
    next().go();
    await expect(changed).rejects.toThrow('no sandbox');
    expect(profiles.current?.definition).toBe(LIVE);
  });
});
