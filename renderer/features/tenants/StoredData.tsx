import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { PanelSection } from '../../ui/Panel';
import { counted } from '../common/incident-words';
import { KeepField } from '../common/KeepField';
import { sizeWords } from '../common/size-words';
import { stateWords } from '../common/state-words';
import { useAction } from '../common/use-action';
import { ClearTenantDialog } from './ClearTenantDialog';

/** What is stored of a customer, how long it is kept, and the ways out: into a file, or away. */
export function StoredData({ tenant }: { tenant: Tenant }) {
  const { tenantId, displayName, incidentCount, health } = tenant;
  const revision = useApp((state) => state.incidentsRevision);
  const [query, reload] = useQuery('store.facts', undefined, revision);
  const [clearing, setClearing] = useState(false);
  const { busy, run } = useAction();
  const notices = useNotices();
  const size = query.state === 'ready' ? query.value.tenants.find((one) => one.tenantId === tenantId) : undefined;

  const save = async () => {
    const result = await run(() => call('store.exportTenant', { tenantId }));
    if (!result.ok) return;
    if (result.value.outcome === 'refused') return notices.failed(`${result.value.fileName} was not written`, result.value.detail);
    const written = `${counted(result.value.incidents)} incidents written to ${result.value.fileName}`;
    if (health.state === 'fresh') notices.done(written);
    else
      notices.warned(written, `${displayName} is ${stateWords(health.state).label.toLowerCase()}: the file says that it is not complete.`);
  };

  return (
    <PanelSection title="Stored data">
      <p className="section-text">
        {counted(incidentCount)} {incidentCount === 1 ? 'incident' : 'incidents'}
        {size && `, ${sizeWords(size.bytes)} of answers, compressed`}
      </p>
      {size && query.state === 'ready' && (
        <KeepField
          label="Keep incidents after their last update"
          tenantId={tenantId}
          keepDays={size.keepDays}
          byDefault={query.value.keepDays}
          onSaved={reload}
        />
      )}
      <div className="section-actions">
        <Button disabled={busy || incidentCount === 0} onClick={() => void save()}>
          {busy ? 'Writing…' : 'Export incidents…'}
        </Button>
        <Button disabled={busy || incidentCount === 0} onClick={() => setClearing(true)}>
          Delete stored data…
        </Button>
      </div>
      {clearing && <ClearTenantDialog tenant={tenant} onClose={() => setClearing(false)} />}
    </PanelSection>
  );
}
