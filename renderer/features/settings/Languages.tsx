import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { AppStatus } from '../../../contract/app-status';
import { languageChoice } from '../../../contract/display';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { LANGUAGES } from '../common/display-words';
import { useAction } from '../common/use-action';

/** The language of the page, and the zone its dates are in. */
export function Languages({ status }: { status: AppStatus }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const choose = async (value: string) => {
    const language = languageChoice.options.find((one) => one === value);
    if (!language) return;
    await run(() => call('app.setLanguage', { language }));
    await loadStatus();
  };
  const chooseZone = async (timeZone: string) => {
    await run(() => call('app.setTimeZone', { timeZone }));
    await loadStatus();
  };

  const title = i18n.t('Language and time');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <RadioGroup
        layout="horizontal"
        value={status.languageChoice}
        aria-label={i18n.t('Language')}
        onChange={(_event, { value }) => void choose(value)}
      >
        {languageChoice.options.map((one) => (
          <Radio key={one} value={one} label={one === 'system' ? i18n.t('As the system') : { children: LANGUAGES[one], lang: one }} />
        ))}
      </RadioGroup>
      <Field label={i18n.t('Time zone of dates')} hint={i18n.t('The same moment in UTC is shown when the pointer rests on a date.')}>
        <Select value={status.timeZone} onChange={(_event, { value }) => void chooseZone(value)}>
          <option value="system">{i18n.t('As the system ({zone})', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</option>
          {zonesWith(status.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

/** UTC first, then every zone this computer knows, and the chosen one whatever it is called. */
function zonesWith(chosen: string): string[] {
  const named = chosen === 'system' ? [] : [chosen];
  return [...new Set(['UTC', ...named, ...Intl.supportedValuesOf('timeZone')])];
}
