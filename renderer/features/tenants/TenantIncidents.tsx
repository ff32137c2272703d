import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { PanelSection } from '../../ui/Panel';
import { RelativeTime } from '../../ui/RelativeTime';
import { outcomeWords } from '../common/outcome-words';
import { useAction } from '../common/use-action';
import { ViaBadge } from '../common/ViaBadge';
import { withElements } from '../../ui/with-elements';

/** How many incidents are stored of this tenant, and a read on demand. */
export function TenantIncidents({ tenant }: { tenant: Tenant }) {
  const { tenantId, displayName, incidentCount, health } = tenant;
  const refresh = useApp((state) => state.refresh);
  const go = useApp((state) => state.go);
  const notices = useNotices();
  const { busy, run } = useAction();

  const read = async () => {
    const result = await run(() => refresh(tenantId));
    if (!result.ok) return;
    const { good, text, detail } = outcomeWords(result.value);
    if (good) notices.done(`${displayName}: ${text}`);
    else notices.warned(i18n.t('{displayName}: not read whole', { displayName }), detail);
  };

  return (
    <PanelSection title={i18n.t('Incidents')} aside={<ViaBadge health={health} />}>
      <p className="section-text">
        {health.lastCompleteAt === undefined
          ? i18n.t('{count, number} stored, never read whole.', { count: incidentCount })
          : withElements(i18n.t('{count, number} stored, last read whole [[time]]', { count: incidentCount }), {
              time: <RelativeTime at={health.lastCompleteAt} />,
            })}
      </p>
      <div className="section-actions">
        <ActionButton group="Tenants" disabled={busy || health.refreshing} onClick={() => void read()}>
          {busy || health.refreshing ? i18n.t('Reading…') : i18n.t('Read now')}
        </ActionButton>
        <ActionButton group="Tenants" appearance="subtle" onClick={() => go({ page: 'incidents', tenantId, incident: null })}>
          {i18n.t('Show incidents')}
        </ActionButton>
      </div>
    </PanelSection>
  );
}
