import { i18n } from '@lingui/core';
import { Button, Spinner } from '@fluentui/react-components';
import { ErrorCircle24Regular, ShieldError24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { OVERVIEW_DAYS, type Overview, type OverviewDays } from '../../../contract/overview';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { Chip } from '../../ui/Chip';
import { EmptyState } from '../../ui/EmptyState';
import { ReportDialog } from '../export/ReportDialog';
import { CoverageLine, NothingKnown } from '../common/CoverageLine';
import { coverageOf } from '../common/coverage-words';
import { errorWords } from '../common/error-words';
import { NoTenantsYet } from '../common/NoTenantsYet';
import { OldestUnassigned } from './OldestUnassigned';
import { OpenOverTime } from './OpenOverTime';
import { isUnknown } from './severities';
import { ResolveTimes } from './ResolveTimes';
import { TenantLoad } from './TenantLoad';
import { Totals } from './Totals';
import { useCalmRevision } from './use-calm-revision';
import './overview.css';

/** What the shift looks like: figures over all customers, from what is stored. */
export function OverviewPage() {
  const [days, setDays] = useState<OverviewDays>(30);
  const [reporting, setReporting] = useState(false);
  useCommands(
    'Overview',
    OVERVIEW_DAYS.map((one) => ({ id: `period ${one}`, label: i18n.t('Period: {days} days', { days: one }), run: () => setDays(one) })),
  );
  const [query, reload] = useQuery('overview.read', { days }, useCalmRevision());
  const tenants = useApp((state) => state.tenants);
  const known = useApp(({ tenantsState }) => tenantsState !== 'failed');
  return (
    <div className="overview">
      <header className="overview-head">
        <div className="list-title">
          <h1>{i18n.t('Overview')}</h1>
          <span className="quiet">{i18n.t('All tenants')}</span>
          <span className="toolbar-space" />
          <div className="chips" role="group" aria-label={i18n.t('Period')}>
            {OVERVIEW_DAYS.map((one) => (
              <Chip key={one} pressed={one === days} onToggle={() => setDays(one)}>
                {i18n.t('{days} days', { days: one })}
              </Chip>
            ))}
          </div>
          <ActionButton group="Overview" size="small" onClick={() => setReporting(true)}>
            {i18n.t('Reports for customers…')}
          </ActionButton>
        </div>
        {known ? (
          <CoverageLine coverage={query.state === 'ready' ? query.value.coverage : coverageOf(tenants)} tenants={tenants} />
        ) : (
          <NothingKnown />
        )}
      </header>
      {query.state === 'loading' && <Spinner className="panel-spinner" label={i18n.t('Counting…')} />}
      {query.state === 'failed' && (
        <EmptyState
          icon={<ErrorCircle24Regular />}
          title={errorWords(query.error).title}
          actions={<Button onClick={reload}>{i18n.t('Try again')}</Button>}
        >
          {errorWords(query.error).text}
        </EmptyState>
      )}
      {query.state === 'ready' && <Figures overview={query.value} />}
      {reporting && <ReportDialog tenantId={null} onClose={() => setReporting(false)} />}
    </div>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const tenants = useApp((state) => state.tenants);
  if (overview.tenants.length === 0) {
    return <NoTenantsYet text={i18n.t('Add a customer first. Figures appear here after its first read.')} />;
  }
  if (overview.tenants.every(isUnknown)) {
    return (
      <EmptyState icon={<ShieldError24Regular />} title={i18n.t('Nothing is known yet')}>
        {i18n.t('No tenant was read so far. That does not mean that nothing happened: the line above says why.')}
      </EmptyState>
    );
  }
  return (
    <>
      <Totals overview={overview} />
      <div className="figures">
        <div className="figure-pair">
          <OpenOverTime overview={overview} tenants={tenants} />
          <TenantLoad overview={overview} tenants={tenants} />
        </div>
        <div className="figure-pair">
          <OldestUnassigned overview={overview} tenants={tenants} />
          <ResolveTimes overview={overview} tenants={tenants} />
        </div>
      </div>
    </>
  );
}
