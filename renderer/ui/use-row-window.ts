import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

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
  /** To the top. */
  toTop(): void;
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

  // Drawn anew only when another row comes into view.
  const step = useRef(rowHeight);
  useEffect(() => {
    step.current = ratio === 1 ? rowHeight : 1;
  }, [ratio, rowHeight]);
  const exact = useRef(0);

  const measure = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    exact.current = element.scrollTop;
    const next = {
      scrollTop: Math.floor(exact.current / step.current) * step.current,
      room: Math.max(0, element.clientHeight - headHeight),
    };
    setExtent((now) => (next.scrollTop === now.scrollTop && next.room === now.room ? now : next));
  }, [viewport, headHeight]);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return;
    // Measured first when it is observed, after the layout: asking before would have one made for that.
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [viewport, measure]);

  // A list that became shorter than what is scrolled to is moved by the browser, which says so a frame later.
  useEffect(() => {
    if (exact.current > 0 && exact.current + room > height) measure();
  }, [height, room, measure]);

  const offset = scrollTop * ratio;
  const first = Math.max(0, Math.floor(offset / rowHeight) - SPARE);
  // None before there is a place for them: they would be made for columns that are not known yet.
  const last = room === 0 ? -1 : Math.min(count - 1, Math.ceil((offset + room) / rowHeight) + SPARE);
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
  // A list that is there already is left alone: being told to scroll, it finds its layout first.
  const toTop = useCallback(() => {
    if (exact.current > 0) viewport.current?.scrollTo({ top: 0 });
  }, [viewport]);
  return { first, last, slots, height, origin, top: (index) => (index - base) * rowHeight, scrollTo, toTop };
}
