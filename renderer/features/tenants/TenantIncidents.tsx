import { Button } from '@fluentui/react-components';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { PanelSection } from '../../ui/Panel';
import { RelativeTime } from '../../ui/RelativeTime';
import { counted } from '../common/incident-words';
import { outcomeWords } from '../common/outcome-words';
import { useAction } from '../common/use-action';
import { ViaBadge } from '../common/ViaBadge';

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
    else notices.warned(`${displayName}: not read whole`, detail);
  };

  return (
    <PanelSection title="Incidents" aside={<ViaBadge health={health} />}>
      <p className="section-text">
        {counted(incidentCount)} stored
        {health.lastCompleteAt === undefined ? ', never read whole.' : ', last read whole '}
        {health.lastCompleteAt !== undefined && <RelativeTime at={health.lastCompleteAt} />}
      </p>
      <div className="section-actions">
        <Button disabled={busy || health.refreshing} onClick={() => void read()}>
          {busy || health.refreshing ? 'Reading…' : 'Read now'}
        </Button>
        <Button appearance="subtle" onClick={() => go({ page: 'incidents', tenantId, incident: null })}>
          Show incidents
        </Button>
      </div>
    </PanelSection>
  );
}
