import { i18n } from '@lingui/core';
import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Instant } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { SPANS } from './filter-words';
import { instantOf, typedTime, type TimeZone } from './typed-time';

/** Value of the choice that stands for a beginning and an end typed in. */
const BETWEEN = 'between';

/** When incidents were last updated: so long ago at most, or between two moments, on the clock of this computer or in UTC. */
export function TimeRange() {
  const { filter, setFilter } = useApp();
  const { updatedWithinHours, updatedFrom, updatedBefore } = filter;
  const [typing, setTyping] = useState(updatedFrom !== null || updatedBefore !== null);
  const [zone, setZone] = useState<TimeZone>('local');
  const choose = (value: string) => {
    setTyping(value === BETWEEN);
    const hours = value === '' || value === BETWEEN ? null : Number(value);
    setFilter({ updatedWithinHours: hours, updatedFrom: null, updatedBefore: null });
  };
  return (
    <div className="filter-time">
      <label className="filter-span">
        {i18n.t('Last update')}
        <Select size="small" value={typing ? BETWEEN : String(updatedWithinHours ?? '')} onChange={(_event, { value }) => choose(value)}>
          {SPANS.map(({ hours, label }) => (
            <option key={label} value={hours ?? ''}>
              {i18n.t(label)}
            </option>
          ))}
          <option value={BETWEEN}>{i18n.t('Between two moments')}</option>
        </Select>
      </label>
      {typing && (
        <div className="filter-between">
          <Moment label={i18n.t('From')} zone={zone} at={updatedFrom} onChange={(at) => setFilter({ updatedFrom: at })} />
          <Moment label={i18n.t('Before')} zone={zone} at={updatedBefore} onChange={(at) => setFilter({ updatedBefore: at })} />
          <Field label={i18n.t('Clock')} size="small">
            <Select size="small" value={zone} onChange={(_event, { value }) => setZone(value === 'utc' ? 'utc' : 'local')}>
              <option value="local">{i18n.t('This computer')}</option>
              <option value="utc">UTC</option>
            </Select>
          </Field>
          {updatedFrom !== null && updatedBefore !== null && updatedFrom >= updatedBefore && (
            <p className="quiet filter-none">{i18n.t('The end is not after the beginning: nothing can match.')}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Moment({ label, zone, at, onChange }: { label: string; zone: TimeZone; at: Instant | null; onChange(at: Instant | null): void }) {
  return (
    <Field label={label} size="small">
      <Input
        size="small"
        type="datetime-local"
        value={at === null ? '' : typedTime(at, zone)}
        onChange={(_event, { value }) => onChange(instantOf(value, zone))}
      />
    </Field>
  );
}
