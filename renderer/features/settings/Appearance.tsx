import { Radio, RadioGroup } from '@fluentui/react-components';
import type { AppStatus } from '../../../contract/app-status';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

const CHOICES: readonly { value: AppStatus['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or as the system says. */
export function Appearance({ chosen }: { chosen: AppStatus['theme'] }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const choose = async (value: string) => {
    const theme = CHOICES.find((choice) => choice.value === value)?.value;
    if (!theme) return;
    await run(() => call('app.setTheme', { theme }));
    await loadStatus();
  };

  return (
    <section className="card" aria-label="Appearance">
      <h2>Appearance</h2>
      <RadioGroup layout="horizontal" value={chosen} aria-label="Theme" onChange={(_event, { value }) => void choose(value)}>
        {CHOICES.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </section>
  );
}
