import { Field, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { type Surface, surface as surfaces } from '../../../contract/permissions';
import { useApp } from '../../store/app-store';
import { surfaceName } from '../common/surface-words';

interface SurfaceFieldProps {
  surface: Surface | null;
  onSurface(surface: Surface | null): void;
}

/** Over which API a customer is read first; by itself as the settings say. */
export function SurfaceField({ surface, onSurface }: SurfaceFieldProps) {
  const byDefault = useApp((state) => state.status?.preferredSurface);
  return (
    <Field label={i18n.t('Read incidents through')} hint={i18n.t('Where the customer does not allow it, the other one stands in.')}>
      <Select value={surface ?? ''} onChange={(_event, { value }) => onSurface(surfaces.options.find((one) => one === value) ?? null)}>
        <option value="">
          {byDefault ? i18n.t('As the default ({surface})', { surface: surfaceName(byDefault) }) : i18n.t('As the default')}
        </option>
        {surfaces.options.map((one) => (
          <option key={one} value={one}>
            {surfaceName(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
