import type { ReactNode } from 'react';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { Tenant, TenantHealth, TenantState } from '../../../contract/tenant';
import { KeyValueList } from '../../ui/KeyValueList';
import { PanelSection } from '../../ui/Panel';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateBadge } from '../../ui/StateBadge';
import { ProblemCard } from '../common/ProblemCard';
import { healthLabel, healthTone } from '../common/state-words';

/** The tenant's state with its reason, its age and what to do. */
export function HealthSection({ tenant: { health, displayName } }: { tenant: Tenant }) {
  return (
    <PanelSection title="State" aside={<StateBadge tone={healthTone(health)} label={healthLabel(health)} />}>
      {reason(health, displayName)}
      <div className="section-block">
        <KeyValueList
          items={[
            { name: 'Since', value: <RelativeTime at={health.since} full /> },
            {
              name: 'Last complete read',
              value: health.lastCompleteAt === undefined ? 'Never' : <RelativeTime at={health.lastCompleteAt} full />,
            },
            { name: 'Last attempt', value: health.lastAttemptAt === undefined ? 'Never' : <RelativeTime at={health.lastAttemptAt} full /> },
          ]}
        />
      </div>
    </PanelSection>
  );
}

/** The problem in full, unless it is the partner's own, which is said once, at the top of the window. */
function reason({ problem, state, lastAttemptAt }: TenantHealth, tenantName: string): ReactNode {
  if (!problem && state === 'neverAsked' && lastAttemptAt !== undefined)
    return <p className="section-text">The token works. The incidents were not read yet: choose Read now.</p>;
  if (!problem) return <p className="section-text">{sentence(state)}</p>;
  if (!GLOBAL_PROBLEMS.has(problem.code)) return <ProblemCard problem={problem} tenantName={tenantName} />;
  return <p className="section-text">No tenant can be asked until the partner app is mended. See the notice at the top of the window.</p>;
}

function sentence(state: TenantState): string {
  switch (state) {
    case 'fresh':
      return 'All pages were read lately. Nothing to do.';
    case 'stale':
      return 'The last complete read is some time ago. What is shown may have changed since: read it again.';
    case 'partial':
      return 'The last read did not reach the end. Newer and older incidents may be missing: read it again.';
    case 'neverAsked':
      return 'Nothing was asked of this tenant yet. Send the consent link, then get a token.';
    case 'throttled':
      return 'The service asked us to wait. The next read does.';
    case 'consentMissing':
    case 'noPermission':
    case 'notLicensed':
    case 'tokenWrong':
    case 'failed':
      return 'The last attempt did not end well. Read it again to learn why.';
  }
}
