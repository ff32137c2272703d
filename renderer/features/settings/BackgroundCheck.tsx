import { Radio, RadioGroup } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { BackgroundCheckHours } from '../../../contract/app-status';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

const CHOICES: readonly { hours: BackgroundCheckHours; label: string }[] = [
  { hours: 0, label: /*i18n*/ 'Never' },
  { hours: 1, label: /*i18n*/ 'Every hour' },
  { hours: 6, label: /*i18n*/ 'Every 6 hours' },
  { hours: 24, label: /*i18n*/ 'Once a day' },
];

/** How often every customer's token is asked for by itself. */
export function BackgroundCheck({ chosen }: { chosen: BackgroundCheckHours }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const choose = async (value: string) => {
    const choice = CHOICES.find(({ hours }) => String(hours) === value);
    if (!choice) return;
    await run(() => call('app.setBackgroundCheck', { hours: choice.hours }));
    await loadStatus();
  };

  return (
    <section className="card" aria-label={i18n.t('Check of consents')}>
      <h2>{i18n.t('Check of consents')}</h2>
      <p>
        {i18n.t(
          'Tenantry asks for every customer’s token now and then, one after the other, so that a withdrawn consent or a lost permission shows before somebody reads. Not while this computer is offline.',
        )}
      </p>
      <RadioGroup
        layout="horizontal"
        value={String(chosen)}
        aria-label={i18n.t('How often')}
        onChange={(_event, { value }) => void choose(value)}
      >
        {CHOICES.map(({ hours, label }) => (
          <Radio key={hours} value={String(hours)} label={i18n.t(label)} />
        ))}
      </RadioGroup>
    </section>
  );
}
