import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClipboardUnavailable, SecretClipboard } from '../../../main/app/secret-clipboard';

/** A clipboard as a desktop has one. */
class Clipboard {
  text = 'before';
  works = true;
  writeText(text: string): void {
    if (this.works) this.text = text;
  }
  readText(): string {
    return this.text;
  }
  clear(): void {
    this.text = '';
  }
}

describe('a secret on the clipboard', () => {
  let clipboard: Clipboard;
  let secrets: SecretClipboard;
  beforeEach(() => {
    vi.useFakeTimers();
    clipboard = new Clipboard();
    secrets = new SecretClipboard(clipboard);
  });
  afterEach(() => vi.useRealTimers());

  it('is taken off after a minute', async () => {
    await secrets.put('the token');
    expect(clipboard.text).toBe('the token');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(clipboard.text).toBe('the token');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(clipboard.text).toBe('');
  });

  it('is left alone once something else was copied', async () => {
    await secrets.put('the token');
    clipboard.text = 'a shopping list';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('stays a minute from the last copy', async () => {
    await secrets.put('the token');
    await vi.advanceTimersByTimeAsync(40_000);
    await secrets.put('the token');
    await vi.advanceTimersByTimeAsync(40_000);
    expect(clipboard.text).toBe('the token');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(clipboard.text).toBe('');
  });

  it('goes when the application ends', async () => {
    await secrets.put('the token');
    await secrets.clear();
    expect(clipboard.text).toBe('');
    clipboard.text = 'the token';
    await secrets.clear();
    expect(clipboard.text).toBe('the token');
  });

  it('is refused where the clipboard does not take it, and nothing is cleared later', async () => {
    clipboard.works = false;
    await expect(secrets.put('the token')).rejects.toBeInstanceOf(ClipboardUnavailable);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('before');
    clipboard.writeText = () => {
      throw new Error('no display');
    };
    await expect(secrets.put('the token')).rejects.toBeInstanceOf(ClipboardUnavailable);
  });
});
