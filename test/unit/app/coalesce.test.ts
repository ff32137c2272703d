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
