import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Browsers draw no element higher than some 33 million pixels: longer lists are scrolled a little faster than the hand moves. */
const HIGHEST = 30_000_000;
/** Rows of a longer list whose places are counted from the same one: a place has to stay a small number. */
const BLOCK = 4_096;
/** Rows drawn beyond what is in view, on both sides. */
const SPARE = 8;

export interface RowWindow {
  first: number;
  /** The first that is truly in view. */
  seen: number;
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
  /** By so many rows, whatever came or went at the same time. */
  moveBy(rows: number): void;
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
  const { height, ratio } = scaleOf(count * rowHeight, room);

  // Drawn anew only when another row comes into view.
  const step = useRef(rowHeight);
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

  const scroll = useCallback(
    (top: number) => {
      viewport.current?.scrollTo({ top });
      measure();
    },
    [viewport, measure],
  );

  // A list that became longer or shorter is scrolled by other steps: what is in view stays.
  const scale = useRef(ratio);
  useLayoutEffect(() => {
    const before = scale.current;
    scale.current = ratio;
    step.current = ratio === 1 ? rowHeight : 1;
    if (before !== ratio && exact.current > 0) scroll(scrolledBy(0, { top: exact.current, ratio: before }, ratio));
  }, [ratio, rowHeight, scroll]);

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
      if (top < at) scroll(top / ratio);
      else if (bottom > at + space) scroll(Math.ceil((bottom - space) / ratio));
    },
    [viewport, ratio, rowHeight, headHeight, scroll],
  );
  const moveBy = useCallback(
    (rows: number) => {
      if (rows !== 0) scroll(scrolledBy(rows * rowHeight, { top: exact.current, ratio }, ratio));
    },
    [ratio, rowHeight, scroll],
  );
  // A list that is there already is left alone: being told to scroll, it finds its layout first.
  const toTop = useCallback(() => {
    if (exact.current > 0) viewport.current?.scrollTo({ top: 0 });
  }, [viewport]);
  const seen = Math.floor(offset / rowHeight);
  return { first, seen, last, slots, height, origin, top: (index) => (index - base) * rowHeight, scrollTo, moveBy, toTop };
}

/** The height a list of this natural height is given, and how far it moves for each pixel scrolled. All in CSS pixels. */
export function scaleOf(natural: number, room: number): { height: number; ratio: number } {
  const height = Math.min(natural, HIGHEST);
  return { height, ratio: natural > height && height > room ? (natural - room) / (height - room) : 1 };
}

/** Where a list is scrolled to so that it moves by so many pixels and is from then on scrolled by another ratio. */
export function scrolledBy(pixels: number, before: { top: number; ratio: number }, ratio: number): number {
  return (before.top * before.ratio + pixels) / ratio;
}
