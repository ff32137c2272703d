import { describe, expect, it } from 'vitest';
import { type Rank, Turns } from '../../../main/incidents/turns';

const QUIET: Rank = { interactive: false, newest: false, urgent: false };
const never = new AbortController().signal;
const settled = () => new Promise(setImmediate);

async function setUp() {
  const turns = new Turns(1);
  const held = await turns.take(QUIET, never);
  const order: string[] = [];
  const ask = (name: string, rank: Partial<Rank>, signal = never) =>
    void turns.take({ ...QUIET, ...rank }, signal).then((giveBack) => {
      if (!giveBack) return;
      order.push(name);
      giveBack();
    });
  return { turns, held, order, ask };
}

describe('turns', () => {
  it('go to who waits at the screen, then to newest pages, then to tenants with severe incidents, then in the order asked', async () => {
    const { held, order, ask } = await setUp();
    ask('quiet 1', {});
    ask('quiet 2', {});
    ask('urgent', { urgent: true });
    ask('newest', { newest: true });
    ask('newest of an urgent one', { newest: true, urgent: true });
    ask('at the screen', { interactive: true });
    held?.();
    await settled();
    expect(order).toEqual(['at the screen', 'newest of an urgent one', 'newest', 'urgent', 'quiet 1', 'quiet 2']);
  });

  it('come sooner for who is waited for from now on', async () => {
    const { held, order, ask } = await setUp();
    const hurry = new AbortController();
    ask('newest', { newest: true });
    ask('wanted', { hurry: hurry.signal });
    hurry.abort();
    ask('wanted again', { hurry: hurry.signal });
    held?.();
    await settled();
    expect(order).toEqual(['wanted', 'wanted again', 'newest']);
  });

  it('are not given while paused, and are after', async () => {
    const { turns, held, order, ask } = await setUp();
    turns.pause();
    ask('one', {});
    held?.();
    await settled();
    expect(order).toEqual([]);
    turns.resume();
    await settled();
    expect(order).toEqual(['one']);
  });

  it('are not waited for any more when the signal fires, and are not lost by it', async () => {
    const { held, order, ask } = await setUp();
    const abort = new AbortController();
    ask('cancelled', { interactive: true }, abort.signal);
    ask('patient', {});
    abort.abort();
    held?.();
    await settled();
    expect(order).toEqual(['patient']);
  });

  it('are given to what a person ordered at once, whatever is read, and not to all of it together', async () => {
    const turns = new Turns(1);
    const reads = [await turns.take(QUIET, never)];
    turns.pause();
    void turns.take(QUIET, never).then((giveBack) => reads.push(giveBack));
    const orders: (() => void)[] = [];
    for (let asked = 0; asked < 40; asked += 1)
      void turns.take({ ...QUIET, ordered: true }, never).then((giveBack) => giveBack && orders.push(giveBack));
    await settled();
    expect(orders).toHaveLength(32);
    for (const giveBack of orders.splice(0)) giveBack();
    await settled();
    expect(orders).toHaveLength(8);
    // They took no turn of reading, and gave none.
    turns.resume();
    await settled();
    expect(reads).toHaveLength(1);
    reads[0]?.();
    await settled();
    expect(reads).toHaveLength(2);
  });
});
