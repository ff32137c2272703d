import { Checkmark16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { TokenFacts } from '../../../contract/token-facts';
import { Banner } from '../../ui/Banner';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { Pill } from '../../ui/Pill';
import { RelativeTime } from '../../ui/RelativeTime';
import { featureList } from '../common/permission-words';
import { ProblemCard } from '../common/ProblemCard';
import { withElements } from '../../ui/with-elements';

const WARNINGS: Record<TokenFacts['warnings'][number], string> = {
  undecodable: /*i18n*/ 'The token cannot be read, which Microsoft allows itself. It is used all the same; the service decides.',
  issuerUnexpected: /*i18n*/ 'The issuer is not the one this cloud normally names.',
  appUnexpected: /*i18n*/ 'The token names another application than yours.',
  clockSkew:
    /*i18n*/ 'The clock of this computer is wrong. Set it: certificates are refused by a wrong clock, and ages on screen are not right.',
  noRoles: /*i18n*/ 'The token carries no roles at all: the customer’s consent is incomplete.',
};

/** What a token says about itself, and what that means for incidents. */
export function TokenFactList({ facts }: { facts: TokenFacts }) {
  return (
    <div className="token-facts">
      {facts.problem && <ProblemCard problem={facts.problem} title={i18n.t('This token was refused and not used')} />}
      {facts.missingRoles.length > 0 && (
        <Banner intent="warning" title={i18n.t('No role for reading incidents')}>
          {withElements(
            i18n.t('Any one of these is enough: [[roles]]. Add it to your app registration, then have the customer consent again.'),
            { roles: <span className="code">{facts.missingRoles.join(', ')}</span> },
          )}
        </Banner>
      )}
      {facts.missingRoles.length === 0 && facts.lacking.length > 0 && (
        <Banner intent="warning" title={i18n.t('Granted less than the app asks for')}>
          {i18n.t('Not granted: {featureList}. Incidents are read all the same; have the customer consent again for the rest.', {
            featureList: featureList(facts.lacking),
          })}
        </Banner>
      )}
      {facts.warnings.map((warning) => (
        <Banner key={warning} intent="info" title={i18n.t('Note')}>
          {warning === 'clockSkew' && clockWords(facts)} {i18n.t(WARNINGS[warning])}
        </Banner>
      ))}
      <KeyValueList items={items(facts)} />
    </div>
  );
}

function items(facts: TokenFacts): KeyValue[] {
  return [
    { name: i18n.t('Asked for tenant'), value: facts.tenantId, code: true },
    { name: i18n.t('Tenant in token'), value: tenantInToken(facts), code: true },
    { name: i18n.t('Audience'), value: known(facts.audience), code: true },
    { name: i18n.t('Issuer'), value: known(facts.issuer), code: true },
    { name: i18n.t('App'), value: known(facts.appId), code: true },
    { name: i18n.t('Version'), value: known(facts.version) },
    { name: i18n.t('Roles'), value: facts.warnings.includes('undecodable') ? known(undefined) : roles(facts.roles) },
    { name: i18n.t('Valid from'), value: <RelativeTime at={facts.notBefore} full /> },
    { name: i18n.t('Valid until'), value: <RelativeTime at={facts.expiresAt} full /> },
    { name: i18n.t('Obtained'), value: obtained(facts) },
  ];
}

/** How far this computer's clock is off. Entra dates a token five minutes back. */
function clockWords({ notBefore, obtainedAt }: TokenFacts): string {
  if (notBefore === undefined) return '';
  const minutes = Math.round((obtainedAt - notBefore) / 60_000) - 5;
  const much =
    Math.abs(minutes) < 120
      ? i18n.t('{value} minutes', { value: Math.abs(minutes) })
      : i18n.t('{value} hours', { value: Math.round(Math.abs(minutes) / 60) });
  return minutes < 0 ? i18n.t('About {much} behind Microsoft’s.', { much }) : i18n.t('About {much} ahead of Microsoft’s.', { much });
}

function tenantInToken({ tenantId, tokenTenantId }: TokenFacts): ReactNode {
  if (tokenTenantId === undefined) return known(undefined);
  if (tokenTenantId.toLowerCase() !== tenantId)
    return <span className="bad-text">{i18n.t('{tokenTenantId} – not the tenant asked for', { tokenTenantId })}</span>;
  return (
    <span className="same-tenant">
      {tokenTenantId} <Checkmark16Regular aria-label={i18n.t('The tenant asked for')} />
    </span>
  );
}

function roles(names: readonly string[]): ReactNode {
  if (names.length === 0) return <span className="quiet">{i18n.t('None')}</span>;
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
      {fromCache && ` · ${i18n.t('from the cache')}`}
    </>
  );
}

function known(value: string | undefined): ReactNode {
  return value ?? <span className="quiet">{i18n.t('Not told')}</span>;
}
