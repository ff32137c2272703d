import { Field, Input, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import { huntingMinutes } from '../../../../contract/hunting-schedule';
import type { TenantId } from '../../../../contract/ids';
import { call } from '../../../bridge/client';
import { useNotices } from '../../../ui/notices';
import { FormDialog } from '../../../ui/FormDialog';
import { useAction } from '../../common/use-action';

interface ScheduleDialogProps {
  name: string;
  /** The whole query, with its values. */
  query: string;
  /** Null: every tenant in the list at the time. */
  chosen: readonly TenantId[] | null;
  onClose(): void;
}

const EVERY: readonly { minutes: number; label: string }[] = [
  { minutes: 15, label: /*i18n*/ '15 minutes' },
  { minutes: 30, label: /*i18n*/ '30 minutes' },
  { minutes: 60, label: /*i18n*/ 'Hour' },
  { minutes: 240, label: /*i18n*/ '4 hours' },
  { minutes: 720, label: /*i18n*/ '12 hours' },
  { minutes: 1440, label: /*i18n*/ 'Day' },
];

/** Has a query run by itself while Tenantry runs. */
export function ScheduleDialog({ name: proposed, query, chosen, onClose }: ScheduleDialogProps) {
  const [name, setName] = useState(proposed);
  const [everyMinutes, setEvery] = useState(60);
  const [lookBackHours, setLookBack] = useState(24);
  const { busy, run } = useAction();
  const notices = useNotices();
  const save = async () => {
    const schedule = {
      scheduleId: crypto.randomUUID(),
      name,
      query,
      tenantIds: [...(chosen ?? [])],
      everyMinutes: huntingMinutes.parse(everyMinutes),
      lookBackHours,
      enabled: true,
    };
    const result = await run(() => call('hunting.saveSchedule', schedule));
    if (!result.ok) return;
    notices.done(i18n.t('“{name}” runs by itself from now on, while Tenantry runs', { name }));
    onClose();
  };
  return (
    <FormDialog
      title={i18n.t('Run this query by itself')}
      confirm={i18n.t('Run by itself')}
      disabled={busy || name.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={i18n.t('Name')} required>
        <Input value={name} maxLength={120} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Field label={i18n.t('Every')}>
        <Select value={String(everyMinutes)} onChange={(_event, { value }) => setEvery(Number(value))}>
          {EVERY.map(({ minutes, label }) => (
            <option key={minutes} value={minutes}>
              {i18n.t(label)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={i18n.t('Looking back')} hint={i18n.t('Longer than the time between two runs, so that nothing falls between them.')}>
        <Select value={String(lookBackHours)} onChange={(_event, { value }) => setLookBack(Number(value))}>
          {[1, 6, 24, 72, 168, 720].map((hours) => (
            <option key={hours} value={hours}>
              {i18n.t('{hours, plural, one {# hour} other {# hours}}', { hours })}
            </option>
          ))}
        </Select>
      </Field>
      <p className="quiet">
        {chosen === null
          ? i18n.t('Every tenant that is in the list at the time is asked. You are told when there are rows the run before did not have.')
          : i18n.t(
              '{count, plural, one {# chosen tenant is} other {# chosen tenants are}} asked. You are told when there are rows the run before did not have.',
              { count: chosen.length },
            )}
      </p>
    </FormDialog>
  );
}
