import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogCare } from '../../../main/store/care/log-care';
import { TempStore } from '../../support/store/temp-store';

describe('the write-ahead log', () => {
  let temp: TempStore;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    temp = new TempStore();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await temp.remove();
  });

  function open() {
    const database = temp.database();
    database.prepare('create table written (body blob)').run();
    const write = () => database.prepare('insert into written values (zeroblob(1000000))').run();
    return { database, write, size: () => statSync(temp.path).size };
  }

  it('is moved into the file once nobody wrote for a second', async () => {
    const { database, write, size } = open();
    const care = new LogCare({ database, alone: async (work) => work() });
    for (let time = 0; time < 3; time++) {
      write();
      care.written();
      vi.advanceTimersByTime(900);
    }
    expect(size()).toBeLessThan(1_000_000);
    vi.advanceTimersByTime(100);
    await care.stop();
    expect(size()).toBeGreaterThan(3_000_000);
    database.close();
  });

  it('stays where the store closes first', async () => {
    const { database, write, size } = open();
    const care = new LogCare({ database, alone: async (work) => work() });
    write();
    care.written();
    await care.stop();
    care.written();
    vi.advanceTimersByTime(5_000);
    expect(size()).toBeLessThan(1_000_000);
    database.close();
  });
});
