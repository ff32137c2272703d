import { Field, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { PartnerApp, PartnerAppId } from '../../../contract/partner-app';

interface ChooseAppProps {
  apps: readonly PartnerApp[];
  chosen: PartnerAppId | undefined;
  onChoose(appId: PartnerAppId): void;
}

/** Which partner app it is about, where there are several. */
export function ChooseApp({ apps, chosen, onChoose }: ChooseAppProps) {
  return (
    <Field label={i18n.t('Partner app')}>
      <Select value={chosen} onChange={(_event, { value }) => onChoose(value)}>
        {apps.map(({ appId, name, cloud }) => (
          <option key={appId} value={appId}>
            {`${name} (${cloud.name})`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
