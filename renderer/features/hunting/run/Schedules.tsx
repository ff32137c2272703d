import { Button, Switch } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import type { HuntingRunId } from '../../../../contract/hunting';
import { huntingSchedule, type HuntingScheduleState } from '../../../../contract/hunting-schedule';
import { call, onEvent } from '../../../bridge/client';
import { useQuery } from '../../../bridge/use-query';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StateDot } from '../../../ui/StateBadge';
import { useAction } from '../../common/use-action';

/** Queries that run by themselves: what the last run brought, and when the next one is. Nothing where there are none. */
export function Schedules({ onRun }: { onRun(query: string, runId: HuntingRunId, name: string): void }) {
  const [query, reload] = useQuery('hunting.schedules', undefined);
  const { run } = useAction();
  useEffect(() => onEvent('hunting.schedulesChanged', reload), [reload]);
  if (query.state !== 'ready' || query.value.length === 0) return null;
  const change = async (work: () => ReturnType<typeof call<'hunting.saveSchedule' | 'hunting.removeSchedule'>>) => {
    if ((await run(work)).ok) reload();
  };
  return (
    <section className="schedules" aria-label={i18n.t('By themselves')}>
      <h3>{i18n.t('By themselves')}</h3>
      <ul>
        {query.value.map((schedule) => {
          const { scheduleId, name, enabled, lastRunId } = schedule;
          return (
            <li key={scheduleId}>
              <div className="schedule-line">
                <Switch
                  checked={enabled}
                  label={name}
                  onChange={(_event, { checked }) =>
                    void change(() => call('hunting.saveSchedule', { ...huntingSchedule.parse(schedule), enabled: checked }))
                  }
                />
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={i18n.t('Run {name} by itself no more', { name })}
                  onClick={() => void change(() => call('hunting.removeSchedule', { scheduleId }))}
                />
              </div>
              <LastRun schedule={schedule} />
              {lastRunId !== null && (
                <Button size="small" onClick={() => onRun(schedule.query, lastRunId, name)}>
                  {i18n.t('Show its rows')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function LastRun({ schedule: { lastRunAt, lastNewRows, lastFailed, nextRunAt } }: { schedule: HuntingScheduleState }) {
  return (
    <p className="quiet">
      {lastRunAt === null ? (
        i18n.t('Did not run yet')
      ) : (
        <>
          <StateDot tone={lastFailed > 0 ? 'bad' : 'good'} /> <RelativeTime at={lastRunAt} />
          {' · '}
          {lastNewRows === null
            ? i18n.t('nothing to compare with')
            : i18n.t('{lastNewRows, plural, =0 {nothing new} one {# new row} other {# new rows}}', { lastNewRows })}
          {lastFailed > 0 && ` · ${i18n.t('{lastFailed, plural, one {# tenant} other {# tenants}} failed', { lastFailed })}`}
        </>
      )}
      {nextRunAt !== null && (
        <>
          {' · '}
          {i18n.t('next')} <RelativeTime at={nextRunAt} />
        </>
      )}
    </p>
  );
}
