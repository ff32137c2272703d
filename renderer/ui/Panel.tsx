import { Button } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { i18n } from '@lingui/core';
import './panel.css';

interface PanelProps {
  /** Name of the region. */
  label: string;
  header: ReactNode;
  onClose(): void;
  children: ReactNode;
  /** Colour of the upper edge. */
  accent?: string;
}

/** Details beside a list. Escape closes it. */
export function Panel({ label, header, onClose, children, accent }: PanelProps) {
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <section className="panel" aria-label={label} onKeyDown={closeOnEscape}>
      <div className="panel-accent" style={accent ? { background: accent } : undefined} />
      <div className="panel-header">
        <div className="panel-header-text">{header}</div>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={i18n.t('Close details')}
          title={i18n.t('Close (Esc)')}
          onClick={onClose}
        />
      </div>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** One titled part of a panel or page. */
export function PanelSection({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="panel-section">
      <div className="panel-section-title">
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
