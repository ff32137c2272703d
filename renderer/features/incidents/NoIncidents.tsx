import { Button } from '@fluentui/react-components';
import { ErrorCircle24Regular, Filter24Regular, ShieldCheckmark24Regular, ShieldError24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { isNarrowed, widened } from '../../store/incident-filter';
import { incidentList, useIncidentList } from '../../store/incident-list';
import { EmptyState } from '../../ui/EmptyState';
import { coverageSentence, isWhole } from '../common/coverage-words';
import { errorWords } from '../common/error-words';

/** In place of rows. "No incidents" is only said when all tenants of the list were read lately. */
export function NoIncidents({ tenantId }: { tenantId: TenantId | null }) {
  const { state, error, summary } = useIncidentList();
  const filter = useApp((app) => app.filter);
  const setFilter = useApp((app) => app.setFilter);
  const tenants = useApp((app) => app.tenants);
  const tenantsError = useApp((app) => app.tenantsError);
  const go = useApp((app) => app.go);
  const narrowed = isNarrowed(filter);

  const failure = state === 'failed' ? error : tenantsError;
  if (failure) {
    const { title, text } = errorWords(failure);
    return (
      <EmptyState
        icon={<ErrorCircle24Regular />}
        title={title}
        actions={<Button onClick={() => incidentList.retry()}>{i18n.t('Try again')}</Button>}
      >
        {text}
      </EmptyState>
    );
  }
  if (tenants.length === 0) {
    return (
      <EmptyState
        icon={<ShieldError24Regular />}
        title={i18n.t('No tenants yet')}
        actions={
          <Button appearance="primary" onClick={() => go({ page: 'tenants', tenantId: null })}>
            {i18n.t('Go to tenants')}
          </Button>
        }
      >
        {i18n.t('Add a customer first. Its incidents appear here after the first read.')}
      </EmptyState>
    );
  }
  if (narrowed) {
    return (
      <EmptyState
        icon={<Filter24Regular />}
        title={i18n.t('No incident fits the filters')}
        actions={<Button onClick={() => setFilter(widened(filter))}>{i18n.t('Clear filters')}</Button>}
      />
    );
  }
  if (summary && isWhole(summary.coverage)) {
    return (
      <EmptyState icon={<ShieldCheckmark24Regular />} title={i18n.t('No incidents')}>
        {tenantId === null ? i18n.t('All tenants were read whole.') : i18n.t('This tenant was read whole.')}
      </EmptyState>
    );
  }
  const ofList = tenantId === null ? tenants : tenants.filter((tenant) => tenant.tenantId === tenantId);
  return (
    <EmptyState icon={<ShieldError24Regular />} title={i18n.t('No incidents stored')}>
      {i18n.t('That does not mean there are none: {coverage}. Refresh to read them.', {
        coverage: summary ? coverageSentence(summary.coverage, ofList) : i18n.t('nothing was read yet'),
      })}
    </EmptyState>
  );
}
