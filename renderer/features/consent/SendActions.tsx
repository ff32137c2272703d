import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Checkmark16Regular, Mail16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { MailLanguage } from '../../../contract/consent';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** A ready mail around the link, and the note that it went out. */
export function SendActions({ tenant: { tenantId, displayName }, appId }: { tenant: Tenant; appId: PartnerAppId }) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const go = useApp((state) => state.go);

  const copyMail = async (language: MailLanguage) => {
    const result = await run(() => call('consent.copyMail', { tenantId, appId, language }));
    if (result.ok) notices.done(i18n.t('Mail for {displayName} copied', { displayName }));
  };
  const markSent = async () => {
    const result = await run(() => call('consent.markSent', { tenantId, appId }));
    if (result.ok) notices.done(i18n.t('Noted as sent'));
  };
  useCommands('Tenants', [
    { id: 'copy mail en', label: i18n.t('Copy mail: in English'), run: () => void copyMail('en') },
    { id: 'copy mail sv', label: i18n.t('Copy mail: in Swedish'), run: () => void copyMail('sv') },
  ]);

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" icon={<Mail16Regular />} disabled={busy}>
            {i18n.t('Copy mail')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copyMail('en')}>{i18n.t('In English')}</MenuItem>
            <MenuItem onClick={() => void copyMail('sv')}>{i18n.t('In Swedish')}</MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => go({ page: 'settings' })}>{i18n.t('Edit the texts…')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ActionButton group="Tenants" size="small" icon={<Checkmark16Regular />} disabled={busy} onClick={() => void markSent()}>
        {i18n.t('Mark as sent')}
      </ActionButton>
    </>
  );
}
