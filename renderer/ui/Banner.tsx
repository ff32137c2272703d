import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface BannerProps {
  intent: 'info' | 'warning' | 'error' | 'success';
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A notice about the whole page or section: what is so, and what to do about it. */
export function Banner({ intent, title, children, actions }: BannerProps) {
  return (
    <MessageBar intent={intent} layout="multiline" className="banner" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
      </MessageBarBody>
      {actions && <MessageBarActions containerAction={<div>{actions}</div>} />}
    </MessageBar>
  );
}
