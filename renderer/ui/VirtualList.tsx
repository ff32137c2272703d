import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { latinKey } from './latin-key';
import { listMove } from './list-keys';
import './virtual-list.css';

interface VirtualListProps<Item> {
  /** Name of the list box. */
  label: string;
  items: readonly Item[];
  keyOf(item: Item): string;
  isSelected(item: Item): boolean;
  onSelect(item: Item): void;
  children(item: Item): ReactNode;
  rowHeight: number;
  /** Several can be chosen. */
  multiple?: boolean;
}

/** A list box to choose one of many from, drawing only what is in view. */
export function VirtualList<Item>({
  label,
  items,
  keyOf,
  isSelected,
  onSelect,
  children,
  rowHeight,
  multiple = false,
}: VirtualListProps<Item>) {
  const viewport = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const id = useId();
  // oxlint-disable-next-line react/incompatible-library -- this project compiles no memoisation in, which is what the rule is about
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const drawn = rows.getVirtualItems();
  const current = active >= 0 ? active : items.findIndex(isSelected);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight);
    const move = listMove(latinKey(event), { active: current, count: items.length, page });
    if (!move || move.kind === 'close') return;
    event.preventDefault();
    if (move.kind === 'to') {
      setActive(move.index);
      rows.scrollToIndex(move.index);
      return;
    }
    const item = items[current];
    if (item !== undefined) onSelect(item);
  };

  return (
    <div
      ref={viewport}
      className="list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      tabIndex={0}
      aria-activedescendant={drawn.some(({ index }) => index === current) ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      onBlur={() => setActive(-1)}
    >
      <div role="presentation" className="list-body" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              key={keyOf(item)}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isSelected(item)}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={index === active ? 'list-item list-item-active' : 'list-item'}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={() => onSelect(item)}
            >
              {children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
