import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { i18n } from '@lingui/core';
import type { ConsentMail, MailLanguage, MailTemplate } from '../../../contract/consent';
import { call } from '../../bridge/client';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { templateProblem } from './mail-template';

const LANGUAGES: readonly { value: MailLanguage; label: string }[] = [
  { value: 'en', label: /*i18n*/ 'English' },
  { value: 'sv', label: /*i18n*/ 'Swedish' },
];

/** The app's name and the texts in both languages. */
export function ConsentMailForm({ saved }: { saved: ConsentMail }) {
  const [mail, setMail] = useState(saved);
  const [language, setLanguage] = useState<MailLanguage>('en');
  const { busy, run } = useAction();
  const notices = useNotices();
  const template = mail.templates[language];
  const wrong = LANGUAGES.filter(({ value }) => templateProblem(mail.templates[value]) !== null);

  const change = (patch: Partial<MailTemplate>) =>
    setMail({ ...mail, templates: { ...mail.templates, [language]: { ...template, ...patch } } });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) return;
    const result = await run(() => call('consent.saveMail', mail));
    if (result.ok) notices.done(i18n.t('Consent mail saved'));
  };

  return (
    <form className="mail-form" onSubmit={(event) => void save(event)}>
      <Field label={i18n.t('Name of your app')} hint={i18n.t('As customers see it on Microsoft’s page. Left empty, its ID is written.')}>
        <Input value={mail.appName} maxLength={120} onChange={(_event, data) => setMail({ ...mail, appName: data.value })} />
      </Field>
      <RadioGroup
        layout="horizontal"
        value={language}
        aria-label={i18n.t('Language of the mail')}
        onChange={(_event, { value }) => setLanguage(value === 'sv' ? 'sv' : 'en')}
      >
        {LANGUAGES.map(({ value, label }) => (
          <Radio key={value} value={value} label={i18n.t(label)} />
        ))}
      </RadioGroup>
      <Field label={i18n.t('Subject')}>
        <Input value={template.subject} maxLength={200} onChange={(_event, data) => change({ subject: data.value })} />
      </Field>
      <Field label={i18n.t('Text')} validationMessage={templateProblem(template) ?? undefined}>
        <Textarea
          rows={16}
          resize="vertical"
          value={template.body}
          maxLength={8000}
          onChange={(_event, data) => change({ body: data.value })}
        />
      </Field>
      <div className="card-actions">
        <Button type="submit" appearance="primary" disabled={busy || wrong.length > 0}>
          {i18n.t('Save mail')}
        </Button>
        {wrong.some(({ value }) => value !== language) && (
          <span className="quiet">{i18n.t('The text in the other language has an error.')}</span>
        )}
      </div>
    </form>
  );
}
