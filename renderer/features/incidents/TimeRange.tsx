import { i18n } from '@lingui/core';
import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Instant } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { chosenZone } from '../../ui/date-format';
import { TypedField } from '../../ui/TypedField';
import { instantOf, typedTime, type TypedZone } from '../../ui/typed-time';
import { SPANS } from './filter-words';

/** Value of the choice that stands for a beginning and an end typed in. */
const BETWEEN = 'between';

/** When incidents were last updated: so long ago at most, or between two moments. */
export function UpdateTime() {
  const { updatedWithinHours, updatedFrom, updatedBefore } = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  return (
    <TimeRange
      label={i18n.t('Last update')}
      spans={SPANS}
      hours={updatedWithinHours}
      from={updatedFrom}
      before={updatedBefore}
      onChange={({ hours, from, before }) => setFilter({ updatedWithinHours: hours, updatedFrom: from, updatedBefore: before })}
    />
  );
}

/** Between which moments incidents were created. */
export function CreationTime() {
  const { createdFrom, createdBefore } = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  return (
    <TimeRange
      label={i18n.t('Created')}
      spans={SPANS.filter(({ hours }) => hours === null)}
      hours={null}
      from={createdFrom}
      before={createdBefore}
      onChange={({ from, before }) => setFilter({ createdFrom: from, createdBefore: before })}
    />
  );
}

interface Range {
  hours: number | null;
  from: Instant | null;
  before: Instant | null;
}

interface TimeRangeProps extends Range {
  label: string;
  spans: typeof SPANS;
  onChange(range: Range): void;
}

/** Moments are in the zone dates are shown in, or in UTC. */
function TimeRange({ label, spans, hours, from, before, onChange }: TimeRangeProps) {
  const [typing, setTyping] = useState(false);
  const [zone, setZone] = useState<TypedZone>('chosen');
  const between = typing || from !== null || before !== null;
  const choose = (value: string) => {
    setTyping(value === BETWEEN);
    onChange({ hours: value === '' || value === BETWEEN ? null : Number(value), from: null, before: null });
  };
  const moment = (name: string, at: Instant | null, change: (at: Instant | null) => Partial<Range>) => (
    <TypedField
      small
      label={name}
      form={i18n.t('yyyy-mm-dd hh:mm')}
      value={at === null ? '' : typedTime(at, zone)}
      read={(text) => instantOf(text, zone)}
      onChange={(typed) => onChange({ hours, from, before, ...change(typed) })}
    />
  );
  return (
    <div className="filter-time" role="group" aria-label={label}>
      <label className="filter-span">
        {label}
        <Select size="small" value={between ? BETWEEN : String(hours ?? '')} onChange={(_event, { value }) => choose(value)}>
          {spans.map((span) => (
            <option key={span.label} value={span.hours ?? ''}>
              {i18n.t(span.label)}
            </option>
          ))}
          <option value={BETWEEN}>{i18n.t('Between two moments')}</option>
        </Select>
      </label>
      {between && (
        <div className="filter-between">
          {moment(i18n.t('From'), from, (at) => ({ from: at }))}
          {moment(i18n.t('Before'), before, (at) => ({ before: at }))}
          <Field label={i18n.t('Clock')} size="small">
            <Select size="small" value={zone} onChange={(_event, { value }) => setZone(value === 'utc' ? 'utc' : 'chosen')}>
              <option value="chosen">{chosenZone() ?? i18n.t('This computer')}</option>
              {chosenZone() !== 'UTC' && <option value="utc">UTC</option>}
            </Select>
          </Field>
          {from !== null && before !== null && from >= before && (
            <p className="quiet filter-none">{i18n.t('The end is not after the beginning: nothing can match.')}</p>
          )}
        </div>
      )}
    </div>
  );
}
