import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ConsentMail, MailLanguage, MailTemplate } from '../../../contract/consent';
import { call } from '../../bridge/client';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { templateProblem } from './mail-template';

const LANGUAGES: readonly { value: MailLanguage; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'sv', label: 'Swedish' },
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
    if (result.ok) notices.done('Consent mail saved');
  };

  return (
    <form className="mail-form" onSubmit={(event) => void save(event)}>
      <Field label="Name of your app" hint="As customers see it on Microsoft’s page. Left empty, its ID is written.">
        <Input value={mail.appName} maxLength={120} onChange={(_event, data) => setMail({ ...mail, appName: data.value })} />
      </Field>
      <RadioGroup
        layout="horizontal"
        value={language}
        aria-label="Language of the mail"
        onChange={(_event, { value }) => setLanguage(value === 'sv' ? 'sv' : 'en')}
      >
        {LANGUAGES.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
      <Field label="Subject">
        <Input value={template.subject} maxLength={200} onChange={(_event, data) => change({ subject: data.value })} />
      </Field>
      <Field label="Text" validationMessage={templateProblem(template) ?? undefined}>
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
          Save mail
        </Button>
        {wrong.some(({ value }) => value !== language) && <span className="quiet">The text in the other language has an error.</span>}
      </div>
    </form>
  );
}
