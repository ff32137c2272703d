import type { StateCreator } from 'zustand';
import type { TenantId } from '../../contract/ids';
import type { Output } from '../../contract/ipc';
import type { Result } from '../../contract/result';
import type { SavedView } from '../../contract/saved-view';
import { call } from '../bridge/client';
import type { IncidentsSlice } from './incidents-slice';
import type { NavSlice } from './nav-slice';
import { knownLayout } from './queue-layout';

export interface ViewsSlice {
  views: readonly SavedView[];
  /** Name of the view that was shown or saved last. */
  viewName: string | null;
  loadViews(): Promise<void>;
  showView(view: SavedView): void;
  /** Keeps the queue as it is now under a name, in place of a view of that name. */
  saveView(name: string, tenantId: TenantId | null): Promise<Result<Output<'views.save'>>>;
  removeView(name: string): Promise<Result<Output<'views.remove'>>>;
}

export const createViewsSlice: StateCreator<ViewsSlice & IncidentsSlice & NavSlice, [], [], ViewsSlice> = (set, get) => ({
  views: [],
  viewName: null,
  loadViews: async () => {
    const result = await call('views.list');
    set({ views: result.ok ? result.value : [], viewName: null });
  },
  showView: (view) => {
    set({ viewName: view.name, filter: view.filter, layout: knownLayout(view.layout) });
    get().go({ page: 'incidents', tenantId: view.tenantId, incident: null });
  },
  saveView: async (name, tenantId) => {
    const { filter, layout } = get();
    // A copy of its own: what is sent may not change under way.
    const view = structuredClone({ name, tenantId, filter, layout }) as SavedView;
    const result = await call('views.save', view);
    if (result.ok) set({ views: result.value, viewName: name.trim() });
    return result;
  },
  removeView: async (name) => {
    const result = await call('views.remove', { name });
    if (result.ok) set({ views: result.value, viewName: null });
    return result;
  },
});
