import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
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
    if (copyText(text)) notices.done('Text for the customer copied');
    else notices.failed('Not copied', 'The clipboard did not take it. Select the text and copy it.');
  };
  return (
    <div className="customer-text">
      <div className="customer-text-actions">
        <Button size="small" icon={<Copy16Regular />} onClick={copy}>
          Copy text for the customer
        </Button>
        <RadioGroup
          layout="horizontal"
          aria-label="Language of the text"
          value={language}
          onChange={(_event, { value }) => setLanguage(mailLanguage.catch('en').parse(value))}
        >
          <Radio value="en" label="English" />
          <Radio value="sv" label="Swedish" />
        </RadioGroup>
      </div>
      <Disclosure summary="Read the text">
        <CodeBox text={text} label="Text for the customer" />
      </Disclosure>
    </div>
  );
}
