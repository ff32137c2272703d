import type { TenantId } from '../../contract/ids';
import type { SavedView } from '../../contract/saved-view';
import { type IncidentFilter, listQuery } from './incident-filter';
import { knownLayout, type QueueLayout } from './queue-layout';

/** The queue as it stands: whose incidents, which of them, and how they are laid out. */
interface Queue {
  tenantId: TenantId | null;
  filter: IncidentFilter;
  layout: QueueLayout;
}

/** The view of this name, as names of views are told apart: whatever the case. */
export function viewNamed(views: readonly SavedView[], name: string | null): SavedView | undefined {
  return name === null ? undefined : views.find((view) => view.name.toLowerCase() === name.toLowerCase());
}

/** Whether a view holds the queue as it stands: the same rows in the same order and columns, however it was come by. */
export function isAsSaved(view: SavedView, queue: Queue): boolean {
  return inLetters({ ...view, layout: knownLayout(view.layout) }) === inLetters(queue);
}

function inLetters({ tenantId, filter, layout }: Queue): string {
  const query = listQuery(tenantId, filter);
  return JSON.stringify({ ...query, text: query.text?.toLowerCase(), layout }, inOrder);
}

/** What main keeps has its parts in an order of its own. */
function inOrder(_name: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
