import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { hasFailed } from '../common/coverage-words';
import { problemWords } from '../common/problem-words';
import { byUrgency, stateWords } from '../common/state-words';

/** As many as fit on one line. The coverage list has the rest. */
const SHOWN = 4;

/** The tenants whose incidents may be missing from this list, by name and reason. */
export function FailedTenants({ tenants }: { tenants: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const failed = tenants.filter(hasFailed).toSorted(byUrgency);
  if (failed.length === 0) return null;
  return (
    <div className="failed-tenants" role="group" aria-label="Tenants that failed">
      <ErrorCircle16Filled aria-hidden="true" />
      <span className="failed-tenants-label">Not read:</span>
      {failed.slice(0, SHOWN).map(({ tenantId, displayName, health }) => (
        <button
          key={tenantId}
          type="button"
          className="failed-tenant"
          title="Open tenant"
          onClick={() => go({ page: 'tenants', tenantId })}
        >
          <strong className="clip">{displayName}</strong>
          <span>{reason(health)}</span>
        </button>
      ))}
      {failed.length > SHOWN && <span>and {failed.length - SHOWN} more</span>}
    </div>
  );
}

function reason({ state, problem }: Tenant['health']): string {
  return state === 'failed' && problem ? problemWords(problem.code).title : stateWords(state).label;
}
