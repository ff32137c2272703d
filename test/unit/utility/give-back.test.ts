import { expect, it } from 'vitest';
import { giveBack } from '../../../main/utility/give-back';

/** Memory that says when it is given back; the runtime of these tests cannot. */
class Memory extends ArrayBuffer {
  given = 0;
  transfer(): ArrayBuffer {
    this.given += 1;
    return new ArrayBuffer(0);
  }
}

it('memory is given back whole, also for a part of it, and never where Node may share it out', () => {
  const [large, small] = [new Memory(640 * 1024), new Memory(8 * 1024)];
  giveBack(new Uint8Array(large, 0, 1_000));
  giveBack(new Uint8Array(small));
  expect([large.given, small.given]).toEqual([1, 0]);
});
