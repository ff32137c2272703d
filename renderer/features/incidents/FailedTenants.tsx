import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { hasFailed } from '../common/coverage-words';
import { byUrgency } from '../common/state-words';
import { tenantReason } from '../common/tenant-reason';

/** More than fit on the two lines they get. The number before them counts all, and the coverage list names all. */
const SHOWN = 12;

/** The tenants whose incidents may be missing from this list, by name and reason. */
export function FailedTenants({ tenants }: { tenants: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const failed = tenants.filter(hasFailed).toSorted(byUrgency);
  if (failed.length === 0) return null;
  return (
    <div className="failed-tenants" role="group" aria-label="Tenants that failed">
      <ErrorCircle16Filled aria-hidden="true" />
      <span className="failed-tenants-label">{failed.length} not read:</span>
      <div className="failed-tenants-line">
        {failed.slice(0, SHOWN).map(({ tenantId, displayName, health }) => (
          <button
            key={tenantId}
            type="button"
            className="failed-tenant"
            title="Open tenant"
            onClick={() => go({ page: 'tenants', tenantId })}
          >
            <strong className="clip">{displayName}</strong>
            <span>{tenantReason(health)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
