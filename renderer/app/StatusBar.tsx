import { LockClosed16Regular, Warning16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { coverageOf, failedCount, isWhole } from '../features/common/coverage-words';
import { WritesStatus } from '../features/writing/WritesStatus';
import { useApp } from '../store/app-store';
import { RelativeTime } from '../ui/RelativeTime';
import { StateDot } from '../ui/StateBadge';
import { withElements } from '../ui/with-elements';

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
            {i18n.t('{fresh} of {total, plural, one {# tenant} other {# tenants}} fresh', {
              fresh: coverage.byState.fresh ?? 0,
              total: tenants.length,
            })}
          </span>
          <span className="status-item">{i18n.t('{stored, number} incidents stored', { stored })}</span>
          {coverage.oldestCompleteAt !== undefined && (
            <span className="status-item">
              <span>{withElements(i18n.t('Oldest read [[time]]'), { time: <RelativeTime at={coverage.oldestCompleteAt} /> })}</span>
            </span>
          )}
        </>
      )}
      <WritesStatus />
      <span className="title-bar-space" />
      {storage && (
        <span className="status-item status-secrets" title={storage.detail}>
          {storage.mode === 'keychain' ? <LockClosed16Regular aria-hidden="true" /> : <Warning16Regular aria-hidden="true" />}
          <span className="clip">
            {storage.mode === 'keychain' ? i18n.t('Secrets in {backend}', { backend: storage.backend }) : i18n.t('Secrets in memory only')}
          </span>
        </span>
      )}
    </footer>
  );
}
