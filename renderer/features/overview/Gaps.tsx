import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { StateDot } from '../../ui/StateBadge';
import { byUrgency, healthTone } from '../common/state-words';
import { tenantReason } from '../common/tenant-reason';

/** Names that fit on a line or two; the coverage line has them all. */
const SHOWN = 3;

/** Below every figure: the tenants whose incidents are not in it, or not all of them. Nothing where all were read whole lately. */
export function Gaps({ tenants }: { tenants: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const gaps = tenants.filter(({ health }) => health.state !== 'fresh').toSorted(byUrgency);
  if (gaps.length === 0) return null;
  const more = gaps.length - SHOWN;
  return (
    <div className="figure-gaps">
      <span>
        {i18n.t('{count, plural, one {Numbers of # tenant may be too low:} other {Numbers of # tenants may be too low:}}', {
          count: gaps.length,
        })}
      </span>
      {gaps.slice(0, SHOWN).map(({ tenantId, displayName, health }) => (
        <button key={tenantId} type="button" className="link-button" onClick={() => go({ page: 'tenants', tenantId })}>
          <StateDot tone={healthTone(health)} />
          <span className="clip">{displayName}</span>
          <span className="quiet">({tenantReason(health).toLowerCase()})</span>
        </button>
      ))}
      {more > 0 && <span>{i18n.t('and {count} more', { count: more })}</span>}
    </div>
  );
}
