import { Dropdown, Field, Option } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { type Surface, surface } from '../../../contract/permissions';
import type { HeldToken } from '../../../contract/token-inspection';
import { useApp } from '../../store/app-store';
import { SURFACE_NAMES } from '../common/permission-words';
import { HeldTokenView } from './HeldTokenView';
import { SnippetSection } from './SnippetSection';
import { TenantPicker } from './TenantPicker';

/** Which tenant's token is read, of which app and for which API. */
export function TenantToken({ token }: { token: HeldToken | null }) {
  const tenants = useApp((state) => state.tenants);
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];
  const go = useApp((state) => state.go);
  const chosen = tenants.find(({ tenantId }) => tenantId === token?.tenantId);
  const linked = apps.filter(({ appId }) => chosen?.appIds.includes(appId));
  const app = linked.find(({ appId }) => appId === token?.appId);

  const show = (change: Partial<HeldToken>) => {
    if (token) go({ page: 'tokens', token: { ...token, ...change } });
  };
  const chooseTenant = ({ tenantId, appIds }: Tenant) => {
    const [first] = appIds;
    const appId = token && appIds.includes(token.appId) ? token.appId : first;
    if (appId) go({ page: 'tokens', token: { tenantId, appId, resource: token?.resource ?? 'xdr' } });
  };

  return (
    <>
      <section className="card" aria-label={i18n.t('Tenant’s token')}>
        <div className="token-choice">
          <Field label={i18n.t('Tenant')}>
            <TenantPicker tenants={tenants.filter(({ appIds }) => appIds.length > 0)} chosen={chosen} onChoose={chooseTenant} />
          </Field>
          <Field label={i18n.t('API')}>
            <Dropdown
              clearButton={null}
              disabled={!token}
              value={token ? SURFACE_NAMES[token.resource] : ''}
              selectedOptions={token ? [token.resource] : []}
              onOptionSelect={(_event, { optionValue }) => show({ resource: optionValue as Surface })}
            >
              {surface.options.map((one) => (
                <Option key={one} value={one}>
                  {SURFACE_NAMES[one]}
                </Option>
              ))}
            </Dropdown>
          </Field>
          {linked.length > 1 && (
            <Field label={i18n.t('Partner app')}>
              <Dropdown
                clearButton={null}
                value={app?.name ?? ''}
                selectedOptions={app ? [app.appId] : []}
                onOptionSelect={(_event, { optionValue }) => show({ appId: optionValue ?? '' })}
              >
                {linked.map(({ appId, name }) => (
                  <Option key={appId} value={appId}>
                    {name}
                  </Option>
                ))}
              </Dropdown>
            </Field>
          )}
        </div>
        {chosen && (
          <p className="section-text">
            <strong>{chosen.displayName}</strong> <span className="quiet code">{chosen.tenantId}</span>
          </p>
        )}
      </section>
      {token && chosen && app && (
        <>
          <HeldTokenView key={JSON.stringify(token)} token={token} tenantName={chosen.displayName} />
          <SnippetSection token={token} />
        </>
      )}
    </>
  );
}
