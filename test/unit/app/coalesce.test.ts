import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesce } from '../../../main/app/coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalesce', () => {
  it('acts at once, and once more after a burst', () => {
    const action = vi.fn();
    const { soon } = coalesce(action, 100);
    for (let i = 0; i < 50; i += 1) soon();
    expect(action).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(action).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(action).toHaveBeenCalledTimes(2);
  });

  it('acts ever more rarely in a long burst, and as often as before in the next one', () => {
    const action = vi.fn();
    const { soon } = coalesce(action, 100);
    const burst = (ms: number) => {
      for (let at = 0; at < ms; at += 10) {
        soon();
        vi.advanceTimersByTime(10);
      }
    };
    burst(1_500);
    // At 0, 100, 300, 700, 1100 and 1500 ms.
    expect(action).toHaveBeenCalledTimes(6);
    vi.advanceTimersByTime(1_000);
    action.mockClear();
    burst(100);
    expect(action).toHaveBeenCalledTimes(2);
  });

  it('does nothing after it was stopped', () => {
    const action = vi.fn();
    const { soon, stop } = coalesce(action, 100);
    soon();
    soon();
    stop();
    vi.advanceTimersByTime(1000);
    expect(action).toHaveBeenCalledTimes(1);
  });
});
