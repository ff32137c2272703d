import { Copy16Regular, Open16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { Input } from '../../../contract/ipc';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { CodeBox } from '../../ui/CodeBox';
import { useNotices } from '../../ui/notices';
import { Pill } from '../../ui/Pill';
import { useAction } from '../common/use-action';
import { QrCodeButton } from './QrCodeButton';

interface ConsentLinkProps {
  tenant: Tenant;
  appId: PartnerAppId;
  kind: Input<'consent.copy'>['kind'];
  title: string;
  recommended?: boolean;
  url: string;
  copyLabel: string;
  openLabel: string;
  /** What the link does. */
  children: ReactNode;
  /** Over the link: why it may not do it now. */
  notice?: ReactNode;
  /** Further buttons. */
  actions?: ReactNode;
}

/** One consent link: what it does, the link itself, and main's own copy and open (the page has neither clipboard nor browser). */
export function ConsentLink({
  tenant,
  appId,
  kind,
  title,
  recommended = false,
  url,
  copyLabel,
  openLabel,
  children,
  notice,
  actions,
}: ConsentLinkProps) {
  const { tenantId, displayName } = tenant;
  const { busy, run } = useAction();
  const notices = useNotices();

  const copy = async () => {
    const result = await run(() => call('consent.copy', { tenantId, appId, kind }));
    if (result.ok) notices.done(i18n.t('Link for {displayName} copied', { displayName }));
  };
  const open = async () => {
    const result = await run(() => call('consent.open', { tenantId, appId, kind }));
    if (result.ok) notices.done(i18n.t('Opened in the browser'));
  };

  return (
    <div className="consent-link">
      <div className="consent-link-title">
        <h4>{title}</h4>
        {recommended && <Pill tone="good">{i18n.t('Recommended')}</Pill>}
      </div>
      <p className="section-text">{children}</p>
      {notice}
      <CodeBox text={url} label={title} />
      <div className="section-actions">
        <ActionButton
          group="Tenants"
          size="small"
          appearance={recommended ? 'primary' : 'secondary'}
          icon={<Copy16Regular />}
          aria-label={copyLabel}
          disabled={busy}
          onClick={() => void copy()}
        >
          {i18n.t('Copy')}
        </ActionButton>
        <ActionButton
          group="Tenants"
          size="small"
          icon={<Open16Regular />}
          title={i18n.t('Open in the browser')}
          aria-label={openLabel}
          disabled={busy}
          onClick={() => void open()}
        >
          {i18n.t('Open')}
        </ActionButton>
        <QrCodeButton link={url} title={title} tenantName={displayName} />
        {actions}
      </div>
    </div>
  );
}
