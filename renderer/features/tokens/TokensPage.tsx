import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { HeldToken } from '../../../contract/token-inspection';
import { OwnTenant } from './OwnTenant';
import { PastedToken } from './PastedToken';
import { TenantToken } from './TenantToken';
import '../common/form-page.css';
import './tokens.css';

/** What is in a token, in words: of a tenant, or pasted in. */
export function TokensPage({ token }: { token: HeldToken | null }) {
  const [shown, show] = useState('tenant');
  return (
    <div className="form-page">
      <div className="form-page-content tokens-page">
        <h1>{i18n.t('Tokens')}</h1>
        <p className="form-page-lead">{i18n.t('What is in a token, in words. It is read on this computer and sent nowhere.')}</p>
        <TabList selectedValue={shown} onTabSelect={(_event, { value }) => show(String(value))}>
          <Tab value="tenant">{i18n.t('Token of a tenant')}</Tab>
          <Tab value="own">{i18n.t('Your own tenant')}</Tab>
          <Tab value="pasted">{i18n.t('Pasted token')}</Tab>
        </TabList>
        {shown === 'tenant' && <TenantToken token={token} />}
        {shown === 'own' && <OwnTenant />}
        {shown === 'pasted' && <PastedToken />}
      </div>
    </div>
  );
}
