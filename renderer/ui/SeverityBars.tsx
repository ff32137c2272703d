import './severity-bars.css';

export type SeverityLevel = 'high' | 'medium' | 'low' | 'informational' | 'other';

interface SeverityBarsProps {
  level: SeverityLevel;
  /** The severity's own word, also one no list of ours names. */
  label: string;
  /** Bars only; the word is read out. */
  compact?: boolean;
}

const BARS = [1, 2, 3];
const FILLED: Record<SeverityLevel, number> = { high: 3, medium: 2, low: 1, informational: 0, other: 3 };

/** Three bars, filled from one to three, and the word. */
export function SeverityBars({ level, label, compact = false }: SeverityBarsProps) {
  return (
    <span className={`severity severity-${level}`} title={compact ? label : undefined}>
      <span className="severity-bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} className={bar <= FILLED[level] ? 'filled' : undefined} />
        ))}
      </span>
      <span className={compact ? 'visually-hidden' : 'clip'}>{label}</span>
    </span>
  );
}
