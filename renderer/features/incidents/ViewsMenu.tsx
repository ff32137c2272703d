import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Bookmark20Regular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { isAsSaved, viewNamed } from '../../store/view-change';
import { useAction } from '../common/use-action';
import { SaveViewDialog } from './SaveViewDialog';

interface ViewAction {
  id: string;
  label: string;
  run(): void;
}

/** Saved views: show one, save the queue as it is, and of the one shown: whether the list is still what it holds, and what can be done if not. */
export const ViewsMenu = memo(function ViewsMenu({ tenantId }: { tenantId: TenantId | null }) {
  const views = useApp((state) => state.views);
  const viewName = useApp((state) => state.viewName);
  const showView = useApp((state) => state.showView);
  const changed = useChanged(tenantId);
  const [saving, setSaving] = useState(false);
  const ofShown = useShownActions(tenantId, changed);
  useKeys([
    { id: 'save view', label: i18n.t('Save this view'), group: 'Queue', keys: ['v s'], run: () => setSaving(true) },
    ...views.map((view) => ({
      id: `view ${view.name}`,
      label: i18n.t('View: {name}', { name: view.name }),
      group: 'Queue' as const,
      keys: [],
      run: () => showView(view),
    })),
    ...ofShown.map((action) => ({ ...action, group: 'Queue' as const, keys: [] })),
  ]);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance={viewName === null ? 'subtle' : 'outline'} icon={<Bookmark20Regular />}>
            <span className="view-name clip" title={viewName ?? undefined}>
              {viewName ?? i18n.t('Views')}
            </span>
            {changed && <span className="view-changed"> {i18n.t('(changed)')}</span>}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover className="views-menu">
          <MenuList>
            {views.map((view) => (
              <MenuItem key={view.name} onClick={() => showView(view)}>
                {view.name}
              </MenuItem>
            ))}
            {views.length > 0 && <MenuDivider />}
            <MenuItem onClick={() => setSaving(true)}>{i18n.t('Save this view…')}</MenuItem>
            {ofShown.map(({ id, label, run }) => (
              <MenuItem key={id} onClick={run}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {saving && <SaveViewDialog tenantId={tenantId} onClose={() => setSaving(false)} />}
    </>
  );
});

/** Whether the list is no longer what the view holds that was shown or saved last. */
function useChanged(tenantId: TenantId | null): boolean {
  return useApp(({ views, viewName, filter, layout }) => {
    const view = viewNamed(views, viewName);
    return view !== undefined && !isAsSaved(view, { tenantId, filter, layout });
  });
}

/** What can be done with the view that is shown. */
function useShownActions(tenantId: TenantId | null, changed: boolean): ViewAction[] {
  const shown = useApp(({ views, viewName }) => viewNamed(views, viewName));
  const showView = useApp((state) => state.showView);
  const saveView = useApp((state) => state.saveView);
  const removeView = useApp((state) => state.removeView);
  const { run } = useAction();
  if (shown === undefined) return [];
  const viewName = shown.name;
  return [
    ...(changed
      ? [
          {
            id: 'update view',
            label: i18n.t('Update “{viewName}” with the list as it is', { viewName }),
            run: () => void run(() => saveView(viewName, tenantId)),
          },
          { id: 'back to view', label: i18n.t('Back to “{viewName}” as it was saved', { viewName }), run: () => showView(shown) },
        ]
      : []),
    { id: 'delete view', label: i18n.t('Delete “{viewName}”', { viewName }), run: () => void run(() => removeView(viewName)) },
  ];
}
