import { Button, ProgressBar } from '@fluentui/react-components';
import { DismissCircle16Regular, Pause16Regular } from '@fluentui/react-icons';
import { counted } from '../features/common/incident-words';
import { useAction } from '../features/common/use-action';
import { useApp } from '../store/app-store';

/** While a read runs: how far it is, from any page, and what holds or ends it. */
export function SyncIndicator() {
  const progress = useApp((state) => state.progress);
  const paused = useApp(({ status }) => (status?.schedule?.pausedAt ?? null) !== null);
  const pauseReading = useApp((state) => state.pauseReading);
  const cancelRefresh = useApp((state) => state.cancelRefresh);
  const { busy, run } = useAction();
  if (!progress?.running) return null;
  const { tenantsDone, tenantsTotal, tenantsFailed, incidentsRead } = progress;
  return (
    <span className="sync-indicator">
      <span>
        {paused ? 'Paused at' : 'Reading'} {tenantsDone} of {tenantsTotal} tenants, {counted(incidentsRead)} incidents
        {tenantsFailed > 0 && `, ${tenantsFailed} failed`}
        <ProgressBar
          className="sync-indicator-bar"
          aria-label="Reading tenants"
          {...(tenantsTotal > 0 ? { value: tenantsDone, max: tenantsTotal } : {})}
        />
      </span>
      {!paused && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Pause16Regular />}
          aria-label="Pause reading"
          title="Pause reading"
          disabled={busy}
          onClick={() => void run(() => pauseReading(null, true))}
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissCircle16Regular />}
        aria-label="Stop reading"
        title="Stop reading"
        onClick={() => void cancelRefresh(null)}
      />
    </span>
  );
}
