import { Button, Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import type { HuntingPastRun } from '../../../../contract/hunting';
import { onEvent } from '../../../bridge/client';
import { useQuery } from '../../../bridge/use-query';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StateDot } from '../../../ui/StateBadge';

/** Runs of this session and earlier ones: what was asked, and how it ended. A click opens the query, and the rows where they are still there. */
export function PastRuns({ onOpen }: { onOpen(run: HuntingPastRun): void }) {
  const [query, reload] = useQuery('hunting.runs', undefined);
  useEffect(() => onEvent('hunting.runNoted', reload), [reload]);
  if (query.state === 'loading') return <Spinner size="tiny" label={i18n.t('Looking…')} />;
  if (query.state === 'failed')
    return (
      <p className="library-none quiet">
        {i18n.t('Earlier runs cannot be read.')}{' '}
        <Button size="small" onClick={reload}>
          {i18n.t('Try again')}
        </Button>
      </p>
    );
  if (query.value.length === 0) return <p className="library-none quiet">{i18n.t('Nothing was run yet.')}</p>;
  return (
    <ul className="past-runs">
      {query.value.map((run) => (
        <li key={run.runId}>
          <button type="button" onClick={() => onOpen(run)}>
            <span className="code past-run-query">{run.query}</span>
            <span className="quiet">
              <StateDot tone={run.failed > 0 ? 'bad' : run.partial + run.cancelled > 0 ? 'warning' : 'good'} />{' '}
              {i18n.t('{rows, plural, one {# row} other {# rows}}, {whole} of {total} tenants whole', {
                rows: run.rows,
                whole: run.whole,
                total: run.tenantIds.length,
              })}{' '}
              · <RelativeTime at={run.startedAt} />
              {run.open && ` · ${i18n.t('rows still here')}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
