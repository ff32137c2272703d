import { Button, ProgressBar } from '@fluentui/react-components';
import { DismissCircle16Regular, Pause16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
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
  const counts = { tenantsDone, tenantsTotal, incidentsRead };
  return (
    <span className="sync-indicator">
      <span>
        {paused
          ? i18n.t('Paused at {tenantsDone} of {tenantsTotal} tenants, {incidentsRead, number} incidents', counts)
          : i18n.t('Reading {tenantsDone} of {tenantsTotal} tenants, {incidentsRead, number} incidents', counts)}
        {tenantsFailed > 0 && `, ${i18n.t('{count} failed', { count: tenantsFailed })}`}
        <ProgressBar aria-label={i18n.t('Reading tenants')} {...(tenantsTotal > 0 ? { value: tenantsDone, max: tenantsTotal } : {})} />
      </span>
      {!paused && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Pause16Regular />}
          aria-label={i18n.t('Pause reading')}
          title={i18n.t('Pause reading')}
          disabled={busy}
          onClick={() => void run(() => pauseReading(null, true))}
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissCircle16Regular />}
        aria-label={i18n.t('Stop reading')}
        title={i18n.t('Stop reading')}
        onClick={() => void cancelRefresh(null)}
      />
    </span>
  );
}
