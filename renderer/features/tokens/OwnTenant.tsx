import { Dropdown, Field, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import { type Surface, surface } from '../../../contract/permissions';
import { useApp } from '../../store/app-store';
import { SURFACE_NAMES } from '../common/permission-words';
import { AnalystToken } from './AnalystToken';
import { HeldTokenView } from './HeldTokenView';
import { SnippetSection } from './SnippetSection';

/** The partner's own tenant, in the two other ways of Microsoft's page: an app without a user, and an analyst's own sign-in. */
export function OwnTenant() {
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];
  const [chosen, choose] = useState<PartnerAppId | null>(null);
  const [resource, setResource] = useState<Surface>('xdr');
  const [byPerson, setByPerson] = useState(false);
  const app = apps.find(({ appId }) => appId === chosen) ?? apps[0];
  if (!app) return <p className="section-text">{i18n.t('There is no partner app yet. Connect one under Partner app first.')}</p>;
  const { appId, homeTenantId, name } = app;
  const token = { tenantId: homeTenantId, appId, resource };
  return (
    <>
      <section className="card" aria-label={i18n.t('Own tenant’s token')}>
        <div className="token-choice">
          <Field label={i18n.t('Partner app')}>
            <Dropdown
              clearButton={null}
              value={name}
              selectedOptions={[appId]}
              onOptionSelect={(_event, { optionValue }) => choose(optionValue ?? null)}
            >
              {apps.map((one) => (
                <Option key={one.appId} value={one.appId}>
                  {one.name}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field label={i18n.t('API')}>
            <Dropdown
              clearButton={null}
              value={SURFACE_NAMES[resource]}
              selectedOptions={[resource]}
              onOptionSelect={(_event, { optionValue }) => setResource(surface.parse(optionValue))}
            >
              {surface.options.map((one) => (
                <Option key={one} value={one}>
                  {SURFACE_NAMES[one]}
                </Option>
              ))}
            </Dropdown>
          </Field>
        </div>
        <p className="section-text">
          <strong>{i18n.t('Your own tenant')}</strong> <span className="quiet code">{homeTenantId}</span>
        </p>
        <Field label={i18n.t('Who asks')}>
          <RadioGroup
            layout="horizontal"
            value={byPerson ? 'person' : 'app'}
            onChange={(_event, { value }) => setByPerson(value === 'person')}
          >
            <Radio value="app" label={i18n.t('The app without a user')} />
            <Radio value="person" label={i18n.t('An analyst, signed in')} />
          </RadioGroup>
        </Field>
      </section>
      {byPerson ? (
        <AnalystToken key={`${appId} ${resource}`} wish={{ appId, resource }} />
      ) : (
        <>
          <HeldTokenView key={JSON.stringify(token)} token={token} tenantName={i18n.t('your own tenant')} />
          <SnippetSection token={token} />
        </>
      )}
    </>
  );
}
