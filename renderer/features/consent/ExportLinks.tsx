import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowExport20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** Saves the consent links of the tenants shown as a list for a spreadsheet or a mail merge. */
export function ExportLinks({ tenants }: { tenants: readonly Tenant[] }) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];

  const save = async (appId: PartnerAppId) => {
    const linked = tenants.filter(({ appIds }) => appIds.includes(appId));
    if (linked.length === 0) return notices.done(i18n.t('None of the tenants shown is linked to this app'));
    const result = await run(() => call('consent.exportLinks', { appId, tenantIds: linked.map(({ tenantId }) => tenantId) }));
    if (result.ok)
      notices.done(
        result.value.count === 1 ? i18n.t('1 consent link saved') : i18n.t('{count} consent links saved', { count: result.value.count }),
      );
  };

  const button = {
    icon: <ArrowExport20Regular />,
    disabled: busy || apps.length === 0 || tenants.length === 0,
    title: i18n.t('Save name, tenant ID, domain and consent link of the tenants shown as CSV'),
    children: i18n.t('Links as CSV…'),
  };
  useCommands(
    'Tenants',
    button.disabled
      ? []
      : apps.map(({ appId, name }) => ({
          id: `links ${appId}`,
          label: i18n.t('Consent links for {name} as CSV…', { name }),
          run: () => void save(appId),
        })),
  );
  const [only, ...others] = apps;
  if (!only || others.length === 0) return <Button {...button} onClick={() => only && void save(only.appId)} />;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {apps.map(({ appId, name }) => (
            <MenuItem key={appId} onClick={() => void save(appId)}>
              {i18n.t('For {name}', { name })}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
