import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { KeyValueList } from '../../ui/KeyValueList';
import { PanelSection } from '../../ui/Panel';
import { useNow } from '../../ui/use-now';
import { nextReadWords, quotaWords } from '../common/reading-words';
import { useAction } from '../common/use-action';

/** When a tenant is read next, and how many of its calls are used. */
export function ReadingSection({ tenant: { tenantId, health } }: { tenant: Tenant }) {
  const now = useNow();
  // Asked again with every read and with every tick of the clock.
  const [quota] = useQuery('sync.quota', { tenantId }, (health.lastAttemptAt ?? 0) + now);
  const allPaused = useApp(({ status }) => (status?.schedule?.pausedAt ?? null) !== null);
  const paused = useApp(({ status }) => status?.schedule?.pausedTenants[tenantId] !== undefined);
  const pauseReading = useApp((state) => state.pauseReading);
  const cancelRefresh = useApp((state) => state.cancelRefresh);
  const { busy, run } = useAction();
  const used = quota.state === 'ready' ? quota.value : [];
  return (
    <PanelSection
      title={i18n.t('Reading')}
      aside={
        <span className="reading-actions">
          {health.refreshing && (
            <ActionButton group="Tenants" size="small" onClick={() => void cancelRefresh(tenantId)}>
              {i18n.t('Stop this read')}
            </ActionButton>
          )}
          <ActionButton
            group="Tenants"
            size="small"
            disabled={busy || allPaused}
            onClick={() => void run(() => pauseReading(tenantId, !paused))}
          >
            {paused ? i18n.t('Resume reading') : i18n.t('Pause reading')}
          </ActionButton>
        </span>
      }
    >
      <KeyValueList
        items={[
          { name: i18n.t('Next read'), value: nextReadWords(health, now) },
          ...(used.length === 0 ? [{ name: i18n.t('Calls'), value: i18n.t('None since Tenantry was started') }] : []),
          ...used.map((use) => ({ name: i18n.t('Calls'), value: quotaWords(use, now) })),
        ]}
      />
    </PanelSection>
  );
}
