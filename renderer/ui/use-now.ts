import { useSyncExternalStore } from 'react';

const TICK_MS = 20_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || !timer) return;
    clearInterval(timer);
    timer = null;
  };
}

const current = (): number => now;

/** The time now, in milliseconds since 1970, moving on every 20 seconds with one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current, current);
}
