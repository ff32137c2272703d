import type { ReactNode } from 'react';
import './chip.css';

interface ChipProps {
  pressed: boolean;
  onToggle(): void;
  children: ReactNode;
}

/** A filter that is on or off. */
export function Chip({ pressed, onToggle, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onToggle}>
      {children}
    </button>
  );
}
