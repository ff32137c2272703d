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
});
