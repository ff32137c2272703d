import { useId } from 'react';
import { i18n } from '@lingui/core';
import { TENANT_COLOURS, type TenantColour } from '../../../contract/tenant-profile';

interface ColourFieldProps {
  colour: TenantColour | null;
  onColour(colour: TenantColour | null): void;
}

/** The colour a customer's monogram gets; none leaves the choice to Tenantry. */
export function ColourField({ colour, onColour }: ColourFieldProps) {
  const name = useId();
  return (
    <fieldset className="colour-field">
      <legend>{i18n.t('Colour')}</legend>
      <div className="colour-row">
        {[null, ...TENANT_COLOURS].map((one) => (
          <label key={one ?? 'none'} className="colour-choice" title={one ?? i18n.t('By itself')}>
            <input
              type="radio"
              name={name}
              checked={colour === one}
              onChange={() => onColour(one)}
              aria-label={one ?? i18n.t('By itself')}
            />
            <span className={one === null ? 'colour-none' : `monogram-${TENANT_COLOURS.indexOf(one)}`} aria-hidden="true">
              {one === null && i18n.t('Auto')}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
