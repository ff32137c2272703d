import { Radio, RadioGroup } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { type Surface, surface } from '../../../contract/permissions';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { HUNTING_ENDS, surfaceName } from '../common/surface-words';
import { useAction } from '../common/use-action';

/** Over which API customers are read first. */
export function PreferredSurface({ chosen }: { chosen: Surface }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const choose = async (value: string) => {
    const choice = surface.options.find((one) => one === value);
    if (!choice) return;
    await run(() => call('app.setPreferredSurface', { surface: choice }));
    await loadStatus();
  };

  return (
    <section className="card" aria-label={i18n.t('Reading incidents')}>
      <h2>{i18n.t('Reading incidents')}</h2>
      <p>
        {i18n.t(
          'Customers are read through this API first. Where a customer does not allow it, the other one stands in, and the customer bears a sign that says so. A customer’s profile can say otherwise.',
        )}
      </p>
      <RadioGroup
        layout="horizontal"
        value={chosen}
        aria-label={i18n.t('Which API first')}
        onChange={(_event, { value }) => void choose(value)}
      >
        {surface.options.map((one) => (
          <Radio key={one} value={one} label={i18n.t('{surface} first', { surface: surfaceName(one) })} />
        ))}
      </RadioGroup>
      <p className="quiet">{i18n.t(HUNTING_ENDS)}</p>
    </section>
  );
}
