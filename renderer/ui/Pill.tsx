import type { ReactNode } from 'react';
import './pill.css';

export type PillTone = 'neutral' | 'brand' | 'good' | 'warning' | 'bad';

/** A word in a rounded frame: a severity, a status, a role, a technique. */
export function Pill({ tone = 'neutral', title, children }: { tone?: PillTone; title?: string; children: ReactNode }) {
  return (
    <span className={`pill pill-${tone}`} title={title}>
      {children}
    </span>
  );
}
