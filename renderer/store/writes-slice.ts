import type { StateCreator } from 'zustand';
import type { IncidentKey, Instant } from '../../contract/ids';
import { isUnderWay, type WriteItem, type WritesView } from '../../contract/writes';
import { call } from '../bridge/client';
import { pickKey } from './incidents-slice';

/** What of incidents is to be changed: each has a form of its own. */
export type WriteKind = 'assign' | 'status' | 'classify' | 'tags' | 'comment';

export interface WritesSlice {
  writes: WritesView;
  /** Changes that are on their way or not shown by the service yet, by `pickKey` of their incident. */
  pendingWrites: ReadonlyMap<string, WriteItem>;
  loadWrites(): Promise<void>;
  /** The form that is open, and the incidents it is about. */
  ordering: { kind: WriteKind; incidents: readonly IncidentKey[] } | null;
  /** Opens the form to change incidents; none given: nothing. */
  order(kind: WriteKind, incidents: readonly IncidentKey[]): void;
  closeOrder(): void;
  /** The list of changes is in view. */
  writesShown: boolean;
  showWrites(shown: boolean): void;
  /** The order of which is asked whether to take it back. */
  undoing: string | null;
  askUndo(batchId: string | null): void;
  /** What is asked about the changes that wait. */
  askingKept: 'send' | 'drop' | null;
  askKept(what: 'send' | 'drop' | null): void;
}

/** Whether what was read of an incident at that time may be of before a change: not where it was read after the service had been waited for. */
export const mayBeOfBefore = ({ unconfirmed, taken }: WriteItem, readAt: Instant): boolean =>
  !unconfirmed || taken === undefined || readAt <= taken.at;

const NONE: WritesView = { batches: [], kept: [] };

export const createWritesSlice: StateCreator<WritesSlice> = (set) => ({
  writes: NONE,
  pendingWrites: new Map(),
  loadWrites: async () => {
    const result = await call('writes.view');
    const writes = result.ok ? result.value : NONE;
    const pending = writes.batches.flatMap(({ items }) => items.filter(({ state, unconfirmed }) => isUnderWay(state) || unconfirmed));
    set({ writes, pendingWrites: new Map(pending.toReversed().map((item) => [pickKey(item), item])) });
  },
  ordering: null,
  order: (kind, incidents) => set(incidents.length === 0 ? {} : { ordering: { kind, incidents } }),
  closeOrder: () => set({ ordering: null }),
  writesShown: false,
  showWrites: (writesShown) => set({ writesShown }),
  undoing: null,
  askUndo: (undoing) => set({ undoing }),
  askingKept: null,
  askKept: (askingKept) => set({ askingKept }),
});
