import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Bookmark20Regular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { SaveViewDialog } from './SaveViewDialog';

/** Saved views: show one, save the queue as it is, delete the one shown. */
export const ViewsMenu = memo(function ViewsMenu({ tenantId }: { tenantId: TenantId | null }) {
  const views = useApp((state) => state.views);
  const viewName = useApp((state) => state.viewName);
  const showView = useApp((state) => state.showView);
  const removeView = useApp((state) => state.removeView);
  const [saving, setSaving] = useState(false);
  const { run } = useAction();
  useKeys([
    { id: 'save view', label: i18n.t('Save this view'), group: 'Queue', keys: ['v s'], run: () => setSaving(true) },
    ...views.map((view) => ({
      id: `view ${view.name}`,
      label: i18n.t('View: {name}', { name: view.name }),
      group: 'Queue' as const,
      keys: [],
      run: () => showView(view),
    })),
    ...(viewName === null
      ? []
      : [
          {
            id: 'delete view',
            label: i18n.t('Delete “{viewName}”', { viewName }),
            group: 'Queue' as const,
            keys: [],
            run: () => void run(() => removeView(viewName)),
          },
        ]),
  ]);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" icon={<Bookmark20Regular />}>
            {viewName ?? i18n.t('Views')}
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
            {viewName !== null && (
              <MenuItem onClick={() => void run(() => removeView(viewName))}>{i18n.t('Delete “{viewName}”', { viewName })}</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {saving && <SaveViewDialog tenantId={tenantId} onClose={() => setSaving(false)} />}
    </>
  );
});
