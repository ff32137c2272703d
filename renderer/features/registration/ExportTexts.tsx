import { Tab, TabList } from '@fluentui/react-components';
import { Copy16Regular, Save16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import {
  type RegistrationPlan,
  type RegistrationTextKind,
  type RegistrationTexts,
  registrationTextKind,
} from '../../../contract/registration';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { CodeBox } from '../../ui/CodeBox';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { TEXT_HINTS, TEXT_NAMES } from './registration-words';

/** The whole registration as text, to copy or to save. */
export function ExportTexts({ plan, texts }: { plan: RegistrationPlan; texts: RegistrationTexts['texts'] }) {
  const [kind, setKind] = useState<RegistrationTextKind>('manifest');
  const { busy, run } = useAction();
  const notices = useNotices();

  const copy = async () => {
    const result = await run(() => call('registration.copy', { plan, kind }));
    if (result.ok) notices.done(i18n.t('{name} copied', { name: TEXT_NAMES[kind] }));
  };
  const save = async () => {
    const result = await run(() => call('registration.save', { plan, kind }));
    if (result.ok) notices.done(i18n.t('{name} saved', { name: TEXT_NAMES[kind] }));
  };

  return (
    <section className="export-texts" aria-label={i18n.t('Registration as text')}>
      <h3>{i18n.t('All of it as text')}</h3>
      <TabList
        size="small"
        selectedValue={kind}
        onTabSelect={(_event, { value }) => setKind(registrationTextKind.parse(value))}
        aria-label={i18n.t('Form of the text')}
      >
        {registrationTextKind.options.map((option) => (
          <Tab key={option} value={option}>
            {TEXT_NAMES[option]}
          </Tab>
        ))}
      </TabList>
      <p className="quiet">{i18n.t(TEXT_HINTS[kind])}</p>
      <CodeBox text={texts[kind]} label={TEXT_NAMES[kind]} />
      <div className="card-actions">
        <ActionButton group="Partner app" size="small" icon={<Copy16Regular />} disabled={busy} onClick={() => void copy()}>
          {i18n.t('Copy text')}
        </ActionButton>
        <ActionButton group="Partner app" size="small" icon={<Save16Regular />} disabled={busy} onClick={() => void save()}>
          {i18n.t('Save as…')}
        </ActionButton>
      </div>
    </section>
  );
}
