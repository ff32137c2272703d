import { Button, Field, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { POLL_CHOICES, type SyncSchedule, WINDOW_CHOICES } from '../../../contract/sync-schedule';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { paceWords, windowWords } from '../common/reading-words';
import { useAction } from '../common/use-action';

const AS_OTHERS = 'others';
const EVERYTHING = 'all';

/** How often tenants are read by themselves, and how far back at first. */
export function ReadingSchedule({ schedule }: { schedule: SyncSchedule }) {
  const { busy, run } = useAction();
  const pauseReading = useApp((state) => state.pauseReading);
  const tenants = useApp((state) => state.tenants);
  const groups = [...new Set([...tenants.map(({ profile }) => profile.group), ...Object.keys(schedule.groups)])].filter(Boolean).sort();
  const paused = schedule.pausedAt !== null;

  const setPace = (group: string | null, value: string) => {
    const minutes = POLL_CHOICES.find((one) => String(one) === value) ?? null;
    return run(() => call('sync.setPace', { group, minutes }));
  };
  const setWindow = (value: string) => {
    const days = WINDOW_CHOICES.find((one) => String(one ?? EVERYTHING) === value);
    return days === undefined ? undefined : run(() => call('sync.setWindow', { days }));
  };

  return (
    <section className="card" aria-label={i18n.t('When tenants are read')}>
      <h2>{i18n.t('When tenants are read')}</h2>
      <p>
        {i18n.t(
          'A tenant that fails is tried again at growing distances, up to four hours; its details say when. What somebody asks for is read before what is read by itself.',
        )}
      </p>
      <Field label={i18n.t('Tenants are read')}>
        <Select value={String(schedule.everyMinutes)} disabled={busy} onChange={(_event, { value }) => void setPace(null, value)}>
          {POLL_CHOICES.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {paceWords(minutes)}
            </option>
          ))}
        </Select>
      </Field>
      {groups.map((group) => (
        <Field key={group} label={i18n.t('Group {group}', { group })}>
          <Select
            value={String(schedule.groups[group] ?? AS_OTHERS)}
            disabled={busy}
            onChange={(_event, { value }) => void setPace(group, value)}
          >
            <option value={AS_OTHERS}>{i18n.t('As the others ({pace})', { pace: paceWords(schedule.everyMinutes).toLowerCase() })}</option>
            {POLL_CHOICES.map((minutes) => (
              <option key={minutes} value={String(minutes)}>
                {paceWords(minutes)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Field
        label={i18n.t('A first read goes back')}
        hint={i18n.t('By the last update of an incident. A change reads every tenant from its beginning once.')}
      >
        <Select value={String(schedule.windowDays ?? EVERYTHING)} disabled={busy} onChange={(_event, { value }) => void setWindow(value)}>
          {WINDOW_CHOICES.map((days) => (
            <option key={String(days)} value={String(days ?? EVERYTHING)}>
              {windowWords(days)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="section-block">
        <Button disabled={busy} onClick={() => void run(() => pauseReading(null, !paused))}>
          {paused ? i18n.t('Resume reading') : i18n.t('Pause all reading')}
        </Button>
      </div>
    </section>
  );
}
