import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { i18n } from '@lingui/core';
import { copyText } from './copy-text';

const THANKS_MS = 2000;

/** Copies a text the page shows anyway, such as a correlation ID. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), THANKS_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <Button
      size="small"
      appearance="subtle"
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      aria-label={label}
      title={copied ? i18n.t('Copied') : label}
      onClick={() => setCopied(copyText(text))}
    />
  );
}
