import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellNewest } from '../../../main/incidents/tell-newest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function teller() {
  const told: number[] = [];
  return { told, ...tellNewest<number>((value) => told.push(value), 250) };
}

describe('the newest of what changes often', () => {
  it('is told at once when quiet, then once an interval, the last of a burst among them', () => {
    const { told, soon } = teller();
    soon(1);
    expect(told).toEqual([1]);
    soon(2);
    soon(3);
    expect(told).toEqual([1]);
    vi.advanceTimersByTime(250);
    expect(told).toEqual([1, 3]);
    soon(4);
    vi.advanceTimersByTime(250);
    expect(told).toEqual([1, 3, 4]);
    vi.advanceTimersByTime(1_000);
    soon(5);
    expect(told).toEqual([1, 3, 4, 5]);
  });

  it('is not told any more after the last word', () => {
    const { told, soon, last } = teller();
    soon(1);
    soon(2);
    last(3);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([1, 3]);
  });

  it('is not told after a stop', () => {
    const { told, soon, stop } = teller();
    soon(1);
    soon(2);
    stop();
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([1]);
  });
});
