import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { CodeBox } from '../../ui/CodeBox';
import { copyText } from '../../ui/copy-text';
import { Disclosure } from '../../ui/Disclosure';
import { useNotices } from '../../ui/notices';

/** A text to send the customer, to be read before it is copied. */
export function CustomerText({ text }: { text: string }) {
  const notices = useNotices();
  const copy = () => {
    if (copyText(text)) notices.done('Text for the customer copied');
    else notices.failed('Not copied', 'The clipboard did not take it. Select the text and copy it.');
  };
  return (
    <div className="customer-text">
      <Button size="small" icon={<Copy16Regular />} onClick={copy}>
        Copy text for the customer
      </Button>
      <Disclosure summary="Read the text">
        <CodeBox text={text} label="Text for the customer" />
      </Disclosure>
    </div>
  );
}
