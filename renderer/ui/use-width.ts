import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element in CSS pixels, kept up to date. 0 before the first layout. */
export const useWidth = (element: RefObject<HTMLElement | null>): number => useExtent(element, 'clientWidth');

/** Height of an element in CSS pixels, kept up to date. 0 before the first layout. */
export const useHeight = (element: RefObject<HTMLElement | null>): number => useExtent(element, 'clientHeight');

function useExtent(element: RefObject<HTMLElement | null>, side: 'clientWidth' | 'clientHeight'): number {
  const [extent, setExtent] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setExtent(watched[side]));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, side]);
  return extent;
}
