import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { HeldToken } from '../../../contract/token-inspection';
import { useCommands } from '../../keys/use-keys';
import { OwnTenant } from './OwnTenant';
import { PastedToken } from './PastedToken';
import { TenantToken } from './TenantToken';
import '../common/form-page.css';
import './tokens.css';

const PARTS = [
  { part: 'tenant', label: /*i18n*/ 'Token of a tenant' },
  { part: 'own', label: /*i18n*/ 'Your own tenant' },
  { part: 'pasted', label: /*i18n*/ 'Pasted token' },
] as const;

/** What is in a token, in words: of a tenant, or pasted in. */
export function TokensPage({ token }: { token: HeldToken | null }) {
  const [shown, show] = useState('tenant');
  useCommands(
    'Tokens',
    PARTS.map(({ part, label }) => ({ id: `tokens ${part}`, label: i18n.t(label), run: () => show(part) })),
  );
  return (
    <div className="form-page">
      <div className="form-page-content tokens-page">
        <h1>{i18n.t('Tokens')}</h1>
        <p className="form-page-lead">{i18n.t('What is in a token, in words. It is read on this computer and sent nowhere.')}</p>
        <TabList selectedValue={shown} onTabSelect={(_event, { value }) => show(String(value))}>
          {PARTS.map(({ part, label }) => (
            <Tab key={part} value={part}>
              {i18n.t(label)}
            </Tab>
          ))}
        </TabList>
        {shown === 'tenant' && <TenantToken token={token} />}
        {shown === 'own' && <OwnTenant />}
        {shown === 'pasted' && <PastedToken />}
      </div>
    </div>
  );
}
