import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { reviveStoreError, StoreError } from '../../../main/store/store-error';
import { callPort, servePort } from '../../../main/utility/port-calls';

class Served {
  readonly #greeting = 'Hello';
  async greet(name: string) {
    return `${this.#greeting}, ${name}`;
  }
  async echo(bytes: Uint8Array) {
    return bytes;
  }
  async refuse(): Promise<never> {
    throw new StoreError('diskFull', 'no room');
  }
  async breakDown(): Promise<never> {
    throw new TypeError('a bug');
  }
  never() {
    return new Promise<void>(() => undefined);
  }
}

describe('calls over a port', () => {
  function connected() {
    const channel = new MessageChannel();
    servePort(channel.port1, new Served());
    return {
      ...callPort<Served>(channel.port2, { revive: reviveStoreError, closed: () => new StoreError('closed', 'gone') }),
      served: channel.port1,
    };
  }

  it('reach the methods of the object at the other end, bytes as bytes', async () => {
    const { remote, close } = connected();
    expect(await remote.greet('Åsa')).toBe('Hello, Åsa');
    expect(await remote.echo(Uint8Array.of(0, 255))).toEqual(Uint8Array.of(0, 255));
    close(new Error('end'));
  });

  it('bring expected failures as their own class with kind, bugs by name and message', async () => {
    const { remote, close } = connected();
    const refused = await remote.refuse().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreError);
    expect(refused).toMatchObject({ kind: 'diskFull', message: 'no room' });
    await expect(remote.breakDown()).rejects.toMatchObject({ name: 'TypeError', message: 'a bug' });
    close(new Error('end'));
  });

  it('can be handed over as a promise', async () => {
    const { remote, close } = connected();
    expect(await (await Promise.resolve(remote)).greet('again')).toBe('Hello, again');
    close(new Error('end'));
  });

  it('fail when the other end goes, those under way and those after', async () => {
    const { remote, served } = connected();
    const underWay = remote.never();
    served.close();
    await expect(underWay).rejects.toMatchObject({ name: 'StoreError', kind: 'closed' });
    await expect(remote.greet('x')).rejects.toMatchObject({ kind: 'closed' });
  });

  it('fail with the given reason when this end is closed', async () => {
    const { remote, close } = connected();
    const underWay = remote.never();
    close(new Error('enough'));
    await expect(underWay).rejects.toThrow('enough');
    await expect(remote.greet('x')).rejects.toThrow('enough');
  });
});
