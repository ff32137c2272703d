import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { type RowSpan, type TableGroup, TableLines } from './grouped-rows';
import { latinKey } from './latin-key';
import { listMove } from './list-keys';
import { type Column, shownColumns, type TableSort, tracksOf, widthOf } from './table-columns';
import { TableHead } from './TableHead';
import { GroupRow, TableRow } from './TableRow';
import { NO_SHIFT, type TableShift } from './table-shift';
import { useRowWindow } from './use-row-window';
import { useTableCursor } from './use-table-cursor';
import { useWidth } from './use-width';
import './virtual-table.css';

const HEAD_HEIGHT = 34;
/** Left and right of the columns, as in virtual-table.css. */
const PADDING = 24;
const NONE_CLOSED: ReadonlySet<string> = new Set();

/** What can be done to a table from outside. */
export interface TableHandle<Row = unknown> {
  /** Takes the focus and does what the key means in the list. */
  press(key: string): void;
  /** The row that is active; undefined when there is none, or it is on its way. */
  active(): Row | undefined;
}

export interface TableGroups {
  /** In the order of the list, with the counts of their rows. */
  groups: readonly TableGroup[];
  closed: ReadonlySet<string>;
  onToggle(value: string): void;
  head(group: TableGroup): ReactNode;
}

interface VirtualTableProps<Row> {
  /** Name of the grid. */
  label: string;
  columns: readonly Column<Row>[];
  count: number;
  /** Undefined while the row is on its way: it is drawn as a shimmer. */
  rowAt(index: number): Row | undefined;
  /** What is drawn, dimmed, where a row is on its way: the row of the list before. Nothing can be done with it. */
  heldAt?(index: number): Row | undefined;
  /** What is drawn is no answer yet. */
  busy?: boolean;
  isSelected(row: Row): boolean;
  /** Whether details are open: moving then opens the next ones. */
  following: boolean;
  onOpen(row: Row): void;
  onClose(): void;
  /** Other keys, with the row that is active. True: it meant something. */
  onKey?(key: string, row: Row | undefined): boolean;
  sort?: TableSort;
  onSort?(column: string): void;
  /** A column was drawn to another width, in CSS pixels. */
  onResize?(column: string, width: number): void;
  /** Called with the columns there is room for, when they are others. */
  onColumns?(shown: readonly Column<Row>[]): void;
  /** Called with the rows in view, and the active one, which is null when there is none. */
  onView?(spans: readonly RowSpan[], active: number | null): void;
  rowHeight?: number;
  /** Shown instead of rows while there are none. */
  empty?: ReactNode;
  /** A change of it scrolls to the top. */
  listKey?: string;
  /** Rows stand together in groups that open and close. */
  groups?: TableGroups | null;
  shift?: TableShift;
  ref?: Ref<TableHandle<Row>>;
}

/** A grid that draws only the rows in view: it costs the same at a hundred rows and at a million. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    count,
    rowAt,
    heldAt,
    busy = false,
    isSelected,
    following,
    onOpen,
    onClose,
    onKey,
    onView,
    rowHeight = 38,
    empty,
    listKey = '',
  } = props;
  const { sort, onSort, onResize, onColumns, groups = null, shift = NO_SHIFT, ref } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const width = useWidth(viewport);
  const id = useId();
  const room = width - PADDING;
  const shown = useMemo(() => shownColumns(columns, room), [columns, room]);
  const lines = useMemo(() => new TableLines(count, groups?.groups ?? null, groups?.closed ?? NONE_CLOSED), [count, groups]);
  const view = useRowWindow(viewport, { count: lines.length, rowHeight, headHeight: HEAD_HEIGHT });
  const { first, last, toTop } = view;
  const [active, putCursor] = useTableCursor(viewport, { listKey, lines, shift, view });

  useEffect(() => {
    if (last < first) return;
    const found = active >= 0 && active < lines.length ? lines.at(active) : null;
    onView?.(lines.spans(first, last), found?.kind === 'row' ? found.index : null);
  }, [first, last, lines, active, onView]);

  useEffect(() => {
    toTop();
  }, [listKey, toTop]);

  useEffect(() => {
    if (width > 0) onColumns?.(shown);
  }, [shown, width, onColumns]);

  const rowOn = (line: number): Row | undefined => {
    const found = line < 0 || line >= lines.length ? null : lines.at(line);
    return found?.kind === 'row' ? rowAt(found.index) : undefined;
  };
  const open = (line: number) => {
    const found = lines.at(line);
    if (found.kind === 'group') groups?.onToggle(found.group.value);
    const row = rowOn(line);
    if (row !== undefined) onOpen(row);
  };
  // Rows are drawn anew for what they show only, so what they call has to be the newest.
  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
  });
  const onLine = useCallback(
    (line: number) => {
      putCursor(line);
      newest.current(line);
    },
    [putCursor],
  );

  /** False: the key means nothing here. */
  const press = (key: string): boolean => {
    const page = Math.floor(((viewport.current?.clientHeight ?? 0) - HEAD_HEIGHT) / rowHeight);
    const move = listMove(key, { active, count: lines.length, page });
    if (!move) return onKey?.(key, rowOn(active)) ?? false;
    if (move.kind === 'close') onClose();
    else if (move.kind === 'open') open(active);
    else {
      putCursor(move.index);
      view.scrollTo(move.index);
      const row = rowOn(move.index);
      if (row !== undefined && following) onOpen(row);
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== viewport.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(latinKey(event))) event.preventDefault();
  };
  useImperativeHandle(ref, () => ({
    press: (key) => {
      viewport.current?.focus();
      press(key);
    },
    active: () => rowOn(active),
  }));

  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const slotOf = (line: number) => line % view.slots;
  const tidy = drawn.every((line, at) => at === 0 || slotOf(line) > slotOf(line - 1));
  return (
    <div
      ref={viewport}
      className={widthOf(shown) > room ? 'table table-sideways' : 'table'}
      role="grid"
      aria-label={label}
      aria-busy={busy}
      aria-rowcount={lines.length + 1}
      aria-colcount={shown.length}
      aria-activedescendant={active >= first && active <= last && active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      style={{ '--tracks': tracksOf(shown), '--least': `${widthOf(shown) + PADDING}px`, '--row': `${rowHeight}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <TableHead columns={shown} sort={sort} onSort={onSort} onResize={onResize} />
      {count === 0 && empty ? (
        <div role="row" aria-rowindex={2} className="table-empty">
          <div role="gridcell">{empty}</div>
        </div>
      ) : (
        // Elements stay where they are in the document and are given other rows: what reads them out is told the order.
        <div
          role="rowgroup"
          className="table-body"
          style={{ height: view.height }}
          aria-owns={tidy ? undefined : drawn.map((line) => `${id}-${line}`).join(' ')}
          onClickCapture={busy ? refuse : undefined}
        >
          <div
            role="presentation"
            className={heldAt ? 'table-lines table-lines-held' : 'table-lines'}
            style={{ transform: view.origin === 0 ? undefined : `translateY(${view.origin}px)` }}
          >
            {drawn
              .toSorted((a, b) => slotOf(a) - slotOf(b))
              .map((line) => {
                const found = lines.at(line);
                const place = { id: `${id}-${line}`, line, top: view.top(line), active: line === active };
                if (found.kind === 'group')
                  return (
                    <GroupRow key={slotOf(line)} {...place} columns={shown.length} open={found.open} onToggle={() => onLine(line)}>
                      {groups?.head(found.group)}
                    </GroupRow>
                  );
                const row = rowAt(found.index) ?? heldAt?.(found.index);
                const selected = row !== undefined && isSelected(row);
                return <TableRow key={slotOf(line)} {...place} row={row} columns={shown} selected={selected} onOpen={onLine} />;
              })}
          </div>
        </div>
      )}
    </div>
  );
}

/** Of what is drawn while the list is busy, nothing can be opened or ticked. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
