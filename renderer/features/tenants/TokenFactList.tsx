import { Checkmark16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { TokenFacts } from '../../../contract/token-facts';
import { Banner } from '../../ui/Banner';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { Pill } from '../../ui/Pill';
import { RelativeTime } from '../../ui/RelativeTime';
import { featureList } from '../common/permission-words';
import { ProblemCard } from '../common/ProblemCard';

const WARNINGS: Record<TokenFacts['warnings'][number], string> = {
  undecodable: 'The token cannot be read, which Microsoft allows itself. It is used all the same; the service decides.',
  issuerUnexpected: 'The issuer is not the one this cloud normally names.',
  appUnexpected: 'The token names another application than yours.',
  clockSkew: 'The clock of this computer is wrong. Set it: certificates are refused by a wrong clock, and ages on screen are not right.',
  noRoles: 'The token carries no roles at all: the customer’s consent is incomplete.',
};

/** What a token says about itself, and what that means for incidents. */
export function TokenFactList({ facts }: { facts: TokenFacts }) {
  return (
    <div className="token-facts">
      {facts.problem && <ProblemCard problem={facts.problem} title="This token was refused and not used" />}
      {facts.missingRoles.length > 0 && (
        <Banner intent="warning" title="No role for reading incidents">
          Any one of these is enough: <span className="code">{facts.missingRoles.join(', ')}</span>. Add it to your app registration, then
          have the customer consent again.
        </Banner>
      )}
      {facts.missingRoles.length === 0 && facts.lacking.length > 0 && (
        <Banner intent="warning" title="Granted less than the app asks for">
          Not granted: {featureList(facts.lacking)}. Incidents are read all the same; have the customer consent again for the rest.
        </Banner>
      )}
      {facts.warnings.map((warning) => (
        <Banner key={warning} intent="info" title="Note">
          {warning === 'clockSkew' && clockWords(facts)} {WARNINGS[warning]}
        </Banner>
      ))}
      <KeyValueList items={items(facts)} />
    </div>
  );
}

function items(facts: TokenFacts): KeyValue[] {
  return [
    { name: 'Asked for tenant', value: facts.tenantId, code: true },
    { name: 'Tenant in token', value: tenantInToken(facts), code: true },
    { name: 'Audience', value: known(facts.audience), code: true },
    { name: 'Issuer', value: known(facts.issuer), code: true },
    { name: 'App', value: known(facts.appId), code: true },
    { name: 'Version', value: known(facts.version) },
    { name: 'Roles', value: facts.warnings.includes('undecodable') ? known(undefined) : roles(facts.roles) },
    { name: 'Valid from', value: <RelativeTime at={facts.notBefore} full /> },
    { name: 'Valid until', value: <RelativeTime at={facts.expiresAt} full /> },
    { name: 'Obtained', value: obtained(facts) },
  ];
}

/** How far this computer's clock is off. Entra dates a token five minutes back. */
function clockWords({ notBefore, obtainedAt }: TokenFacts): string {
  if (notBefore === undefined) return '';
  const minutes = Math.round((obtainedAt - notBefore) / 60_000) - 5;
  const much = Math.abs(minutes) < 120 ? `${Math.abs(minutes)} minutes` : `${Math.round(Math.abs(minutes) / 60)} hours`;
  return `About ${much} ${minutes < 0 ? 'behind' : 'ahead of'} Microsoft’s.`;
}

function tenantInToken({ tenantId, tokenTenantId }: TokenFacts): ReactNode {
  if (tokenTenantId === undefined) return known(undefined);
  if (tokenTenantId.toLowerCase() !== tenantId) return <span className="bad-text">{tokenTenantId} – not the tenant asked for</span>;
  return (
    <span className="same-tenant">
      {tokenTenantId} <Checkmark16Regular aria-label="The tenant asked for" />
    </span>
  );
}

function roles(names: readonly string[]): ReactNode {
  if (names.length === 0) return <span className="quiet">None</span>;
  return (
    <span className="pill-row">
      {names.map((name) => (
        <Pill key={name} tone="brand">
          {name}
        </Pill>
      ))}
    </span>
  );
}

function obtained({ obtainedAt, fromCache }: TokenFacts): ReactNode {
  return (
    <>
      <RelativeTime at={obtainedAt} full />
      {fromCache && ' · from the cache'}
    </>
  );
}

function known(value: string | undefined): ReactNode {
  return value ?? <span className="quiet">Not told</span>;
}
