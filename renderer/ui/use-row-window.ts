import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Browsers draw no element higher than some 33 million pixels: longer lists are scrolled a little faster than the hand moves. */
const HIGHEST = 30_000_000;
/** Rows of a longer list whose places are counted from the same one: a place has to stay a small number. */
const BLOCK = 4_096;
/** Rows drawn beyond what is in view, on both sides. */
const SPARE = 8;

export interface RowWindow {
  first: number;
  /** -1: none. */
  last: number;
  /** Rows drawn at the most: a row that comes in is drawn in place of one that went out, and this many later at the same place again. */
  slots: number;
  /** Height of the whole list in CSS pixels. */
  height: number;
  /** From the top of the list to where places of rows are counted from. */
  origin: number;
  /** Where a row is drawn, from there: the same while the list is scrolled, so that a row in view is not drawn anew. */
  top(index: number): number;
  scrollTo(index: number): void;
}

interface Extent {
  scrollTop: number;
  room: number;
}

/** Which rows of one height are in view of a scrolled element, under a head that stays. */
export function useRowWindow(
  viewport: RefObject<HTMLElement | null>,
  { count, rowHeight, headHeight }: { count: number; rowHeight: number; headHeight: number },
): RowWindow {
  const [{ scrollTop, room }, setExtent] = useState<Extent>({ scrollTop: 0, room: 0 });
  const natural = count * rowHeight;
  const height = Math.min(natural, HIGHEST);
  // How far the list moves for each pixel scrolled.
  const ratio = natural > height && height > room ? (natural - room) / (height - room) : 1;

  useEffect(() => {
    const element = viewport.current;
    if (!element) return;
    // Drawn anew only when another row comes into view.
    const step = ratio === 1 ? rowHeight : 1;
    const measure = () =>
      setExtent((now) => {
        const next = { scrollTop: Math.floor(element.scrollTop / step) * step, room: Math.max(0, element.clientHeight - headHeight) };
        return next.scrollTop === now.scrollTop && next.room === now.room ? now : next;
      });
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [viewport, ratio, rowHeight, headHeight, height]);

  const offset = scrollTop * ratio;
  const first = Math.max(0, Math.floor(offset / rowHeight) - SPARE);
  const last = Math.min(count - 1, Math.ceil((offset + room) / rowHeight) + SPARE);
  const slots = Math.ceil(room / rowHeight) + 2 * SPARE + 2;
  const base = ratio === 1 ? 0 : first - (first % BLOCK);
  const origin = ratio === 1 ? 0 : Math.round(base * rowHeight + scrollTop - offset);

  const scrollTo = useCallback(
    (index: number) => {
      const element = viewport.current;
      if (!element) return;
      const space = element.clientHeight - headHeight;
      const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
      const at = element.scrollTop * ratio;
      if (top < at) element.scrollTo({ top: top / ratio });
      else if (bottom > at + space) element.scrollTo({ top: Math.ceil((bottom - space) / ratio) });
    },
    [viewport, ratio, rowHeight, headHeight],
  );
  return { first, last, slots, height, origin, top: (index) => (index - base) * rowHeight, scrollTo };
}
