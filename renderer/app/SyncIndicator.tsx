import { ProgressBar } from '@fluentui/react-components';
import { counted } from '../features/common/incident-words';
import { useApp } from '../store/app-store';

/** While a read runs: how far it is, from any page. */
export function SyncIndicator() {
  const progress = useApp((state) => state.progress);
  if (!progress?.running) return null;
  const { tenantsDone, tenantsTotal, incidentsRead } = progress;
  return (
    <span className="sync-indicator">
      Reading {tenantsDone} of {tenantsTotal} tenants, {counted(incidentsRead)} incidents
      <ProgressBar
        className="sync-indicator-bar"
        aria-label="Reading tenants"
        {...(tenantsTotal > 0 ? { value: tenantsDone, max: tenantsTotal } : {})}
      />
    </span>
  );
}
