import type { SavedView } from '../../contract/saved-view';

/** Columns of the queue there are, in their first order. */
export const QUEUE_COLUMNS = [
  'severity',
  'name',
  'status',
  'tenant',
  'alertCount',
  'assignedTo',
  'updatedAt',
  'tenantRead',
  'createdAt',
  'classification',
  'determination',
] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

/** Which columns the queue shows, in this order, how wide, and how close rows stand. */
export interface QueueLayout {
  /** `width` in CSS pixels; null: as there is room. Those that are pinned stand first and stay when the list is moved sideways. */
  columns: readonly { id: QueueColumn; width: number | null; pinned: boolean }[];
  compact: boolean;
}

export const DEFAULT_LAYOUT: QueueLayout = {
  columns: QUEUE_COLUMNS.slice(0, 8).map((id) => ({ id, width: null, pinned: false })),
  compact: false,
};

/** Shown without: whose incident a row is has to be seen always. */
export const FIXED_COLUMNS: ReadonlySet<QueueColumn> = new Set<QueueColumn>(['name', 'tenant']);

const NARROWEST = 56;
const WIDEST = 900;

/** Shows the column as the last one, or takes it away. */
export function withToggled({ columns }: QueueLayout, id: QueueColumn): QueueLayout['columns'] {
  if (FIXED_COLUMNS.has(id)) return columns;
  return columns.some((column) => column.id === id)
    ? columns.filter((column) => column.id !== id)
    : [...columns, { id, width: null, pinned: false }];
}

/** Pins the column behind those that are, or lets it go to the head of the others. */
export function withPinned({ columns }: QueueLayout, id: QueueColumn): QueueLayout['columns'] {
  const found = columns.find((column) => column.id === id);
  if (!found) return columns;
  const others = columns.filter((column) => column !== found);
  const pinned = others.filter((column) => column.pinned);
  return [...pinned, { ...found, pinned: !found.pinned }, ...others.filter((column) => !column.pinned)];
}

/** One place to the left (-1) or right (1). What is pinned stays before what is not. */
export function withMoved({ columns }: QueueLayout, id: QueueColumn, by: -1 | 1): QueueLayout['columns'] {
  const from = columns.findIndex((column) => column.id === id);
  const [moved, other] = [columns[from], columns[from + by]];
  if (!moved || !other || moved.pinned !== other.pinned) return columns;
  return columns.map((column) => (column === moved ? other : column === other ? moved : column));
}

export function withWidth({ columns }: QueueLayout, id: QueueColumn, width: number | null): QueueLayout['columns'] {
  const kept = width === null ? null : Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  return columns.map((column) => (column.id === id ? { ...column, width: kept } : column));
}

/** Columns this version knows; name and tenant always among them, those that are pinned first. */
export function knownLayout({ columns, compact }: SavedView['layout']): QueueLayout {
  const known = columns.flatMap(({ id, width, pinned }) => {
    const name = QUEUE_COLUMNS.find((one) => one === id);
    return name ? [{ id: name, width, pinned }] : [];
  });
  const missing = (['name', 'tenant'] as const).filter((id) => !known.some((column) => column.id === id));
  const all = [...missing.map((id) => ({ id, width: null, pinned: false })), ...known];
  return { columns: [...all.filter(({ pinned }) => pinned), ...all.filter(({ pinned }) => !pinned)], compact };
}
