import type { ReactNode } from 'react';

interface ChoiceProps {
  icon: ReactNode;
  title: string;
  text: string;
  /** The button. */
  children: ReactNode;
}

/** One way in. */
export function Choice({ icon, title, text, children }: ChoiceProps) {
  return (
    <section className="choice">
      <span className="choice-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
