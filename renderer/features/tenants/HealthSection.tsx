import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { Tenant, TenantHealth, TenantState } from '../../../contract/tenant';
import { Disclosure } from '../../ui/Disclosure';
import { KeyValueList } from '../../ui/KeyValueList';
import { PanelSection } from '../../ui/Panel';
import { RelativeTime } from '../../ui/RelativeTime';
import { ProblemCard } from '../common/ProblemCard';
import { StateLine } from '../common/StateLine';
import { fallOverSentence, fellOver, surfaceName, surfaceShort } from '../common/surface-words';

/** The tenant's state with its reason, its age and what to do. */
export function HealthSection({ tenant: { health, displayName } }: { tenant: Tenant }) {
  return (
    <PanelSection title={i18n.t('State')} aside={<StateLine health={health} />}>
      {reason(health, displayName)}
      <OtherSurface health={health} tenantName={displayName} />
      <div className="section-block">
        <KeyValueList
          items={[
            ...(health.readOver ? [{ name: i18n.t('Read through'), value: surfaceName(health.readOver.surface) }] : []),
            { name: i18n.t('Since'), value: <RelativeTime at={health.since} full /> },
            {
              name: i18n.t('Last complete read'),
              value: health.lastCompleteAt === undefined ? i18n.t('Never') : <RelativeTime at={health.lastCompleteAt} full />,
            },
            {
              name: i18n.t('Last attempt'),
              value: health.lastAttemptAt === undefined ? i18n.t('Never') : <RelativeTime at={health.lastAttemptAt} full />,
            },
          ]}
        />
      </div>
    </PanelSection>
  );
}

/** That the other surface stands in, and why; or that it could not, and why: both are said where both refused. */
function OtherSurface({ health, tenantName }: { health: TenantHealth; tenantName: string }) {
  const { readOver, problem } = health;
  if (!readOver?.otherProblem) return null;
  const stoodIn = fellOver(health);
  const failed = problem !== undefined && stoodIn === null;
  const other = readOver.surface === 'xdr' ? 'graph' : 'xdr';
  return (
    <div className="section-block">
      {stoodIn && <p className="section-text">{fallOverSentence(stoodIn)}</p>}
      <Disclosure
        summary={
          failed
            ? i18n.t('{surface} could not take its place', { surface: surfaceName(other) })
            : i18n.t('What {surface} says', { surface: surfaceName(other) })
        }
        open={failed}
      >
        <ProblemCard
          problem={readOver.otherProblem}
          title={`${surfaceName(other)}: ${surfaceShort(readOver.otherProblem)}`}
          tenantName={tenantName}
        />
      </Disclosure>
    </div>
  );
}

/** The problem in full, unless it is the partner's own, which is said once, at the top of the window. */
function reason({ problem, state, lastAttemptAt, readOver }: TenantHealth, tenantName: string): ReactNode {
  if (!problem && state === 'neverAsked' && lastAttemptAt !== undefined)
    return <p className="section-text">{i18n.t('The token works. The incidents were not read yet: choose Read now.')}</p>;
  if (!problem) return <p className="section-text">{sentence(state)}</p>;
  // With two reasons, each says whose it is.
  const title = readOver?.otherProblem ? { title: `${surfaceName(readOver.surface)}: ${surfaceShort(problem)}` } : {};
  if (!GLOBAL_PROBLEMS.has(problem.code)) return <ProblemCard problem={problem} tenantName={tenantName} {...title} />;
  return (
    <p className="section-text">
      {i18n.t('No tenant can be asked until the partner app is mended. See the notice at the top of the window.')}
    </p>
  );
}

function sentence(state: TenantState): string {
  switch (state) {
    case 'fresh':
      return i18n.t('All pages were read lately. Nothing to do.');
    case 'stale':
      return i18n.t('The last complete read is some time ago. What is shown may have changed since: read it again.');
    case 'partial':
      return i18n.t('The last read did not reach the end. Newer and older incidents may be missing: read it again.');
    case 'neverAsked':
      return i18n.t('Nothing was asked of this tenant yet. Send the consent link, then get a token.');
    case 'throttled':
      return i18n.t('The service asked us to wait. The next read does.');
    case 'consentMissing':
    case 'noPermission':
    case 'notLicensed':
    case 'tokenWrong':
    case 'failed':
      return i18n.t('The last attempt did not end well. Read it again to learn why.');
  }
}
