import { Button, Popover, PopoverSurface, PopoverTrigger, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import type { TimeRange } from '../../../../contract/hunting-library';
import { useCommands } from '../../../keys/use-keys';
import { TypedField } from '../../../ui/TypedField';
import { instantOf, typedTime } from '../../../ui/typed-time';
import { LAST_HOURS, rangeWords } from './time-range';
import { BELOW_START } from '../../../ui/popover-place';

interface TimeRangeButtonProps {
  range: TimeRange;
  utc: boolean;
  onRange(range: TimeRange): void;
  onUtc(utc: boolean): void;
}

/** Over which time a query runs, and on which clock times are meant. */
export function TimeRangeButton({ range, utc, onRange, onUtc }: TimeRangeButtonProps) {
  const [open, setOpen] = useState(false);
  useCommands('Hunting', [{ id: 'hunting time', label: i18n.t('Time range…'), run: () => setOpen(true) }]);
  const chosen = range.kind === 'last' ? `last ${range.hours}` : range.kind;
  const choose = (value: string) => {
    const now = Date.now();
    if (value === 'between') onRange({ kind: 'between', from: now - 24 * 3_600_000, to: now });
    else onRange(value === 'query' ? { kind: 'query' } : { kind: 'last', hours: Number(value.slice(5)) });
  };
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning={BELOW_START} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<Clock20Regular />} aria-label={i18n.t('Time range: {range}', { range: rangeWords(range, utc) })}>
          {rangeWords(range, utc)}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={i18n.t('Time range')} className="range-popover">
        <RadioGroup value={chosen} onChange={(_event, { value }) => choose(value)} aria-label={i18n.t('Time range')}>
          {LAST_HOURS.map(({ hours, label }) => (
            <Radio key={hours} value={`last ${hours}`} label={i18n.t(label)} />
          ))}
          <Radio value="between" label={i18n.t('From … to …')} />
          <Radio value="query" label={i18n.t('As the query says (else 30 days)')} />
        </RadioGroup>
        {range.kind === 'between' && <Between range={range} utc={utc} onRange={onRange} />}
        <Switch checked={utc} onChange={(_event, { checked }) => onUtc(checked)} label={i18n.t('Times in UTC')} />
      </PopoverSurface>
    </Popover>
  );
}

interface BetweenProps {
  range: Extract<TimeRange, { kind: 'between' }>;
  utc: boolean;
  onRange(range: TimeRange): void;
}

function Between({ range, utc, onRange }: BetweenProps) {
  const zone = utc ? 'utc' : 'chosen';
  const wrong = range.from >= range.to ? i18n.t('The end has to be after the beginning.') : undefined;
  const moment = (label: string, part: 'from' | 'to') => (
    <TypedField
      required
      problem={part === 'to' ? wrong : undefined}
      label={label}
      form={i18n.t('yyyy-mm-dd hh:mm')}
      value={typedTime(range[part], zone)}
      read={(text) => instantOf(text, zone)}
      onChange={(instant) => instant !== null && onRange({ ...range, [part]: instant })}
    />
  );
  return (
    <div className="range-between">
      {moment(i18n.t('From'), 'from')}
      {moment(i18n.t('To'), 'to')}
    </div>
  );
}
