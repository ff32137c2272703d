import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { PanelSection } from '../../ui/Panel';
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
    if (result.value.outcome === 'refused')
      return notices.failed(i18n.t('{fileName} was not written', { fileName: result.value.fileName }), result.value.detail);
    const written = i18n.t('{incidents, number} incidents written to {fileName}', {
      incidents: result.value.incidents,
      fileName: result.value.fileName,
    });
    if (health.state === 'fresh') notices.done(written);
    else
      notices.warned(
        written,
        i18n.t('{displayName} is {label}: the file says that it is not complete.', {
          displayName,
          label: stateWords(health.state).label.toLowerCase(),
        }),
      );
  };

  return (
    <PanelSection title={i18n.t('Stored data')}>
      <p className="section-text">
        {size
          ? i18n.t('{count, plural, one {# incident} other {# incidents}}, {size} of answers, compressed', {
              count: incidentCount,
              size: sizeWords(size.bytes),
            })
          : i18n.t('{count, plural, one {# incident} other {# incidents}}', { count: incidentCount })}
      </p>
      {size && query.state === 'ready' && (
        <KeepField
          label={i18n.t('Keep incidents after their last update')}
          tenantId={tenantId}
          keepDays={size.keepDays}
          byDefault={query.value.keepDays}
          onSaved={reload}
        />
      )}
      <div className="section-actions">
        <ActionButton group="Tenants" disabled={busy || incidentCount === 0} onClick={() => void save()}>
          {busy ? i18n.t('Writing…') : i18n.t('Export incidents…')}
        </ActionButton>
        <ActionButton group="Tenants" disabled={busy || incidentCount === 0} onClick={() => setClearing(true)}>
          {i18n.t('Delete stored data…')}
        </ActionButton>
      </div>
      {clearing && <ClearTenantDialog tenant={tenant} onClose={() => setClearing(false)} />}
    </PanelSection>
  );
}
