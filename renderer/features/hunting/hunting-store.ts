import { i18n } from '@lingui/core';
import { create } from 'zustand';
import type { HuntingRunId, HuntingSplit } from '../../../contract/hunting';
import type { HuntingDesk, HuntingTab, LibraryQuery, QueryContent } from '../../../contract/hunting-library';
import type { TenantId } from '../../../contract/ids';
import { call } from '../../bridge/client';
import type { LearnedTable } from './schema/known-tables';

/** What is typed is kept this long after the last key (ms). */
const SAVE_MS = 800;
const MAX_TABS = 30;

interface HuntingState extends HuntingDesk {
  /** Whether what was kept is here. */
  state: 'loading' | 'ready' | 'failed';
  library: readonly LibraryQuery[];
  /** Tenants that are asked; null: all there are. */
  chosen: readonly TenantId[] | null;
  split: HuntingSplit;
  /** The last run of each tab. */
  runs: Readonly<Record<string, HuntingRunId>>;
  setChosen(chosen: readonly TenantId[] | null): void;
  setSplit(split: HuntingSplit): void;
  setRun(tabId: string, runId: HuntingRunId): void;
  load(): Promise<void>;
  setLibrary(library: readonly LibraryQuery[]): void;
  /** Opens a text in a tab of its own, or in the tab that has this query of the library open. */
  open(content: Pick<QueryContent, 'name' | 'text' | 'parameters'>, queryId: string | null): void;
  newTab(): void;
  closeTab(tabId: string): void;
  goToTab(tabId: string): void;
  change(patch: Partial<Omit<HuntingTab, 'tabId'>>): void;
  setUtc(utc: boolean): void;
  learn(tables: readonly LearnedTable[]): void;
}

const emptyTab = (number: number): HuntingTab => ({
  tabId: crypto.randomUUID(),
  name: i18n.t('Query {number}', { number }),
  text: '',
  range: { kind: 'last', hours: 168 },
  queryId: null,
  parameters: [],
});

const first = emptyTab(1);

/** Queries being worked on and those kept. Kept in the store of the profile; rows of results are not in here. */
export const useHunting = create<HuntingState>()((set, get) => ({
  state: 'loading',
  tabs: [first],
  activeTabId: first.tabId,
  utc: true,
  learned: [],
  library: [],
  chosen: null,
  split: 'none',
  runs: {},
  setChosen: (chosen) => set({ chosen }),
  setSplit: (split) => set({ split }),
  setRun: (tabId, runId) => set(({ runs }) => ({ runs: { ...runs, [tabId]: runId } })),
  load: async () => {
    set({ state: 'loading', runs: {}, chosen: null });
    const [desk, library] = await Promise.all([call('huntingLibrary.desk'), call('huntingLibrary.list')]);
    if (!desk.ok || !library.ok) return set({ state: 'failed' });
    const tab = emptyTab(1);
    const kept = desk.value && desk.value.tabs.length > 0 ? desk.value : { tabs: [tab], activeTabId: tab.tabId, utc: true, learned: [] };
    set({ ...kept, library: library.value, state: 'ready' });
  },
  setLibrary: (library) => set({ library }),
  open: ({ name, text, parameters }, queryId) => {
    const there = queryId === null ? undefined : get().tabs.find((tab) => tab.queryId === queryId);
    if (there) return set({ activeTabId: there.tabId });
    const tab = { ...emptyTab(1), name, text, parameters: [...parameters], queryId };
    // An empty tab makes room.
    const tabs = get().tabs.filter((one) => one.tabId !== get().activeTabId || one.text.trim() !== '');
    set({ tabs: [...tabs, tab].slice(-MAX_TABS), activeTabId: tab.tabId });
  },
  newTab: () => {
    const tab = emptyTab(nextNumber(get().tabs));
    set({ tabs: [...get().tabs, tab].slice(-MAX_TABS), activeTabId: tab.tabId });
  },
  closeTab: (tabId) => {
    const { tabs, activeTabId } = get();
    const at = tabs.findIndex((tab) => tab.tabId === tabId);
    const left = tabs.filter((tab) => tab.tabId !== tabId);
    const remaining = left.length > 0 ? left : [emptyTab(1)];
    const next = remaining[Math.min(at, remaining.length - 1)];
    set({ tabs: remaining, activeTabId: activeTabId === tabId && next ? next.tabId : activeTabId });
  },
  goToTab: (activeTabId) => set({ activeTabId }),
  change: (patch) =>
    set(({ tabs, activeTabId }) => ({ tabs: tabs.map((tab) => (tab.tabId === activeTabId ? { ...tab, ...patch } : tab)) })),
  setUtc: (utc) => set({ utc }),
  learn: (tables) => {
    const byName = new Map(get().learned.map((table) => [table.name, table]));
    for (const { name, columns } of tables) byName.set(name, { name, columns: [...columns] });
    set({ learned: [...byName.values()] });
  },
}));

/** The tab in front. There is always one. */
export function useActiveTab(): HuntingTab {
  return useHunting(({ tabs, activeTabId }) => tabs.find(({ tabId }) => tabId === activeTabId) ?? tabs[0] ?? first);
}

function nextNumber(tabs: readonly HuntingTab[]): number {
  const used = tabs.map(({ name }) => Number(/(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...used) + 1;
}

let saving: ReturnType<typeof setTimeout> | null = null;
useHunting.subscribe((now, before) => {
  const same =
    now.tabs === before.tabs && now.activeTabId === before.activeTabId && now.utc === before.utc && now.learned === before.learned;
  if (same || now.state !== 'ready' || before.state !== 'ready') return;
  if (saving) clearTimeout(saving);
  saving = setTimeout(() => {
    const { tabs, activeTabId, utc, learned, state } = useHunting.getState();
    if (state === 'ready') void call('huntingLibrary.saveDesk', { tabs, activeTabId, utc, learned });
  }, SAVE_MS);
});
