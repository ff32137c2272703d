import { LockClosed16Regular, Warning16Regular } from '@fluentui/react-icons';
import { coverageOf, failedCount, isWhole } from '../features/common/coverage-words';
import { counted } from '../features/common/incident-words';
import { useApp } from '../store/app-store';
import { RelativeTime } from '../ui/RelativeTime';
import { StateDot } from '../ui/StateBadge';

/** One quiet line: how much is known, how old it is, where secrets are. */
export function StatusBar() {
  const tenants = useApp((state) => state.tenants);
  const storage = useApp(({ status }) => status?.secretStorage ?? null);
  const coverage = coverageOf(tenants);
  const failed = failedCount(coverage);
  const stored = tenants.reduce((sum, { incidentCount }) => sum + incidentCount, 0);
  return (
    <footer className="status-bar">
      {tenants.length > 0 && (
        <>
          <span className="status-item">
            <StateDot tone={failed > 0 ? 'bad' : isWhole(coverage) ? 'good' : 'warning'} />
            {coverage.byState.fresh ?? 0} of {tenants.length} tenants fresh
          </span>
          <span className="status-item">{counted(stored)} incidents stored</span>
          {coverage.oldestCompleteAt !== undefined && (
            <span className="status-item">
              <span>
                Oldest read <RelativeTime at={coverage.oldestCompleteAt} />
              </span>
            </span>
          )}
        </>
      )}
      <span className="title-bar-space" />
      {storage && (
        <span className="status-item" title={storage.detail}>
          {storage.mode === 'keychain' ? <LockClosed16Regular aria-hidden="true" /> : <Warning16Regular aria-hidden="true" />}
          {storage.mode === 'keychain' ? `Secrets in ${storage.backend}` : 'Secrets in memory only'}
        </span>
      )}
    </footer>
  );
}
