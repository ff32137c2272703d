import { Button, Spinner } from '@fluentui/react-components';
import { ErrorCircle24Regular, Filter24Regular, ShieldCheckmark24Regular, ShieldError24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { CallError } from '../../../contract/result';
import { useApp } from '../../store/app-store';
import { isNarrowed, tenantsOf, widened } from '../../store/incident-filter';
import { incidentList, useIncidentList } from '../../store/incident-list';
import { EmptyState } from '../../ui/EmptyState';
import { coverageSentence } from '../common/coverage-words';
import { errorWords } from '../common/error-words';
import { NoTenantsYet } from '../common/NoTenantsYet';
import { noneFits, notMeant, reasonForNone } from './none-words';

/** In place of rows: why there is none. */
export function NoIncidents({ tenantId }: { tenantId: TenantId | null }) {
  const { state, error, summary } = useIncidentList();
  const filter = useApp((app) => app.filter);
  const setFilter = useApp((app) => app.setFilter);
  const tenants = useApp((app) => app.tenants);
  const tenantsState = useApp((app) => app.tenantsState);
  const tenantsError = useApp((app) => app.tenantsError);
  const failure = state === 'failed' ? error : tenantsError;
  const reason = reasonForNone({ failure, tenantsState, tenants, narrowed: isNarrowed(filter), coverage: summary?.coverage ?? null });
  const ofList = tenantsOf(tenants, tenantId, filter);
  const notes = summary ? noneFits(summary, ofList) : [];

  switch (reason) {
    case 'failed':
      return failure && <Failed failure={failure} />;
    case 'loading':
      return <Spinner className="panel-spinner" label={i18n.t('Looking…')} />;
    case 'noTenants':
      return <NoTenantsYet text={i18n.t('Add a customer first. Its incidents appear here after the first read.')} />;
    case 'narrowed':
      return (
        <EmptyState
          icon={<Filter24Regular />}
          title={i18n.t('No incident fits the filters')}
          actions={<Button onClick={() => setFilter(widened(filter))}>{i18n.t('Clear filters')}</Button>}
        >
          {notes.length > 0 && notes.map((words) => <div key={words}>{words}</div>)}
        </EmptyState>
      );
    case 'none':
      return (
        <EmptyState icon={<ShieldCheckmark24Regular />} title={i18n.t('No incidents')}>
          {tenantId === null ? i18n.t('All tenants were read whole.') : i18n.t('This tenant was read whole.')}
        </EmptyState>
      );
    case 'unknown':
      return (
        <EmptyState icon={<ShieldError24Regular />} title={i18n.t('No incidents stored')}>
          {notMeant(summary ? coverageSentence(summary.coverage, ofList) : i18n.t('nothing was read yet'))}
        </EmptyState>
      );
  }
}

/** Incidents or tenants could not be read from the store: both are asked for again. */
function Failed({ failure }: { failure: CallError }) {
  const loadTenants = useApp((app) => app.loadTenants);
  const { title, text } = errorWords(failure);
  const again = () => {
    incidentList.retry();
    void loadTenants();
  };
  return (
    <EmptyState icon={<ErrorCircle24Regular />} title={title} actions={<Button onClick={again}>{i18n.t('Try again')}</Button>}>
      {text}
    </EmptyState>
  );
}
