import './state-badge.css';

export type Tone = 'good' | 'busy' | 'idle' | 'waiting' | 'warning' | 'bad';

interface StateDotProps {
  tone: Tone;
  /** Read out in place of the shape, where no words stand beside it. */
  label?: string;
}

/** The state as a shape and a colour: each tone has a shape of its own, so that colour is never the only sign. */
export function StateDot({ tone, label }: StateDotProps) {
  const name = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true };
  return <span className={`state-dot tone-${tone}`} {...name} />;
}

interface StateBadgeProps {
  tone: Tone;
  label: string;
  /** On hover. */
  title?: string;
}

export function StateBadge({ tone, label, title }: StateBadgeProps) {
  return (
    <span className={`state-badge tone-${tone}`} title={title}>
      <StateDot tone={tone} />
      <span className="clip">{label}</span>
    </span>
  );
}
