import { describe, expect, it } from 'vitest';
import { BytesInHand } from '../../../main/incidents/bytes-in-hand';
import { Turns } from '../../../main/incidents/turns';

const MB = 1024 * 1024;
const never = new AbortController().signal;
const settled = () => new Promise(setImmediate);

function setUp(most = 10 * MB) {
  const inHand = new BytesInHand(most);
  const order: string[] = [];
  const begin = (name: string, signal = never) => {
    const hand = inHand.begin(signal);
    const room = (bytes: number) => {
      const waiting = hand.room(bytes);
      if (!waiting) order.push(name);
      void waiting?.then(
        () => order.push(name),
        () => order.push(`${name} ended`),
      );
    };
    return { room, giveBack: hand.giveBack };
  };
  return { inHand, order, begin };
}

describe('what answers hold together', () => {
  it('stays below its bound but for one, and who waits goes on in the order asked', async () => {
    const { order, begin } = setUp();
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => begin(name));
    one?.room(4 * MB);
    two?.room(4 * MB);
    // Neither would be able to end if each waited for the other.
    two?.room(20 * MB);
    one?.room(4 * MB);
    three?.room(3 * MB);
    four?.room(3 * MB);
    await settled();
    expect(order).toEqual(['one', 'two', 'two']);
    two?.giveBack();
    await settled();
    expect(order.slice(3)).toEqual(['one', 'three']);
    one?.giveBack();
    await settled();
    expect(order.slice(5)).toEqual(['four']);
  });

  it('keeps no answer of usual size waiting', () => {
    const { order, begin } = setUp();
    begin('large').room(10 * MB);
    const usual = begin('usual');
    usual.room(MB / 2);
    usual.room(MB / 2);
    expect(order).toEqual(['large', 'usual', 'usual']);
  });

  it('is not waited for any more when the signal fires, and nothing is lost by it', async () => {
    const { inHand, order, begin } = setUp();
    const abort = new AbortController();
    const [past, ended, patient] = [begin('past'), begin('ended', abort.signal), begin('patient')];
    past.room(12 * MB);
    ended.room(2 * MB);
    patient.room(2 * MB);
    abort.abort();
    ended.room(2 * MB);
    await settled();
    expect(order).toEqual(['past', 'ended ended', 'ended ended']);
    ended.giveBack();
    past.giveBack();
    await settled();
    expect(order.at(-1)).toBe('patient');
    patient.giveBack();
    const all = inHand.begin(never);
    expect([all.room(10 * MB), inHand.isFull]).toEqual([null, true]);
  });

  it('leaves no turn to a read while it is full, and one to what a person ordered', async () => {
    const { inHand, begin } = setUp();
    const turns = new Turns(8, inHand);
    const given: string[] = [];
    const read = { interactive: true, newest: true, urgent: true };
    const first = await turns.take(read, never);
    const large = begin('large');
    large.room(10 * MB);
    void turns.take(read, never).then(() => given.push('read'));
    void turns.take({ ...read, ordered: true }, never).then(() => given.push('ordered'));
    await settled();
    expect(given).toEqual(['ordered']);
    large.giveBack();
    first?.();
    await settled();
    expect(given).toEqual(['ordered', 'read']);
  });
});
