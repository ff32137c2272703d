import { Radio, RadioGroup } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ThemeChoice } from '../../../contract/display';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { THEMES } from '../common/display-words';
import { useAction } from '../common/use-action';

/** Light, dark, high contrast, or as the system says. */
export function Appearance({ chosen }: { chosen: ThemeChoice }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const choose = async (value: string) => {
    const theme = THEMES.find((choice) => choice.value === value)?.value;
    if (!theme) return;
    await run(() => call('app.setTheme', { theme }));
    await loadStatus();
  };

  const title = i18n.t('Appearance');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <RadioGroup layout="horizontal" value={chosen} aria-label={i18n.t('Theme')} onChange={(_event, { value }) => void choose(value)}>
        {THEMES.map(({ value, label }) => (
          <Radio key={value} value={value} label={i18n.t(label)} />
        ))}
      </RadioGroup>
    </section>
  );
}
