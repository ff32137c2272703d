import './severity-bars.css';

export type SeverityLevel = 'high' | 'medium' | 'low' | 'informational' | 'other';

interface SeverityBarsProps {
  level: SeverityLevel;
  /** The severity's own word, also one no list of ours names. */
  label: string;
  /** Bars only; the word is read out. */
  compact?: boolean;
}

/** Three bars, filled from one to three, and the word. */
export function SeverityBars({ level, label, compact = false }: SeverityBarsProps) {
  return (
    <span className={`severity severity-${level}`} title={compact ? label : undefined}>
      <span className="severity-bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className={compact ? 'visually-hidden' : 'clip'}>{label}</span>
    </span>
  );
}
