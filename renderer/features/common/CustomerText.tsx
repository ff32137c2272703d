import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { type MailLanguage, mailLanguage } from '../../../contract/consent';
import type { Problem } from '../../../contract/problem';
import { CodeBox } from '../../ui/CodeBox';
import { copyText } from '../../ui/copy-text';
import { Disclosure } from '../../ui/Disclosure';
import { useNotices } from '../../ui/notices';
import { customerText } from './customer-text';

/** A text to send the customer, to be read before it is copied. Nothing where the customer cannot do anything about it. */
export function CustomerText({ problem, tenantName }: { problem: Problem; tenantName: string }) {
  const [language, setLanguage] = useState<MailLanguage>('en');
  const notices = useNotices();
  const text = customerText(problem, tenantName, language);
  if (text === null) return null;
  const copy = () => {
    if (copyText(text)) notices.done(i18n.t('Text for the customer copied'));
    else notices.failed(i18n.t('Not copied'), i18n.t('The clipboard did not take it. Select the text and copy it.'));
  };
  return (
    <div className="customer-text">
      <div className="customer-text-actions">
        <Button size="small" icon={<Copy16Regular />} onClick={copy}>
          {i18n.t('Copy text for the customer')}
        </Button>
        <RadioGroup
          layout="horizontal"
          aria-label={i18n.t('Language of the text')}
          value={language}
          onChange={(_event, { value }) => setLanguage(mailLanguage.catch('en').parse(value))}
        >
          <Radio value="en" label={i18n.t('English')} />
          <Radio value="sv" label={i18n.t('Swedish')} />
        </RadioGroup>
      </div>
      <Disclosure summary={i18n.t('Read the text')}>
        <CodeBox text={text} label={i18n.t('Text for the customer')} />
      </Disclosure>
    </div>
  );
}
