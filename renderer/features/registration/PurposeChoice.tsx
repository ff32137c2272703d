import { Checkbox } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { AppPurpose } from '../../../contract/partner-app';
import { type Feature, feature, type Surface, surface } from '../../../contract/permissions';
import { HUNTING_ENDS } from '../common/surface-words';
import { FEATURE_NAMES, SURFACE_NAMES } from '../common/permission-words';

interface PurposeChoiceProps {
  purpose: AppPurpose;
  onChange(purpose: AppPurpose): void;
}

/** What the app is to do, and through which API. Of each at least one stays ticked. */
export function PurposeChoice({ purpose, onChange }: PurposeChoiceProps) {
  const { features, surfaces } = purpose;
  return (
    <div className="purpose-choice">
      <Choice<Feature>
        title={i18n.t('What the app is for')}
        options={feature.options}
        names={FEATURE_NAMES}
        chosen={features}
        onChange={(chosen) => onChange({ surfaces, features: chosen })}
      />
      <Choice<Surface>
        title={i18n.t('Through which API')}
        options={surface.options}
        names={SURFACE_NAMES}
        chosen={surfaces}
        onChange={(chosen) => onChange({ features, surfaces: chosen })}
      />
      {features.includes('hunt') && surfaces.includes('xdr') && <p className="purpose-note">{i18n.t(HUNTING_ENDS)}</p>}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  title: string;
  options: readonly T[];
  names: Readonly<Record<T, string>>;
  chosen: readonly T[];
  onChange(chosen: T[]): void;
}

function Choice<T extends string>({ title, options, names, chosen, onChange }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map((option) => {
        const on = chosen.includes(option);
        return (
          <Checkbox
            key={option}
            label={i18n.t(names[option])}
            checked={on}
            disabled={on && chosen.length === 1}
            onChange={() => onChange(options.filter((one) => (one === option ? !on : chosen.includes(one))))}
          />
        );
      })}
    </fieldset>
  );
}
