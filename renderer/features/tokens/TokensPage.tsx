import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import type { HeldToken } from '../../../contract/token-inspection';
import { PastedToken } from './PastedToken';
import { TenantToken } from './TenantToken';
import '../common/form-page.css';
import './tokens.css';

/** What is in a token, in words: of a tenant, or pasted in. */
export function TokensPage({ token }: { token: HeldToken | null }) {
  const [pasting, setPasting] = useState(false);
  return (
    <div className="form-page">
      <div className="form-page-content tokens-page">
        <h1>Tokens</h1>
        <p className="form-page-lead">What is in a token, in words. It is read on this computer and sent nowhere.</p>
        <TabList selectedValue={pasting ? 'pasted' : 'tenant'} onTabSelect={(_event, { value }) => setPasting(value === 'pasted')}>
          <Tab value="tenant">Token of a tenant</Tab>
          <Tab value="pasted">Pasted token</Tab>
        </TabList>
        {pasting ? <PastedToken /> : <TenantToken token={token} />}
      </div>
    </div>
  );
}
