import type { ReactNode } from 'react';
import './key-value-list.css';

export interface KeyValue {
  name: string;
  value: ReactNode;
  /** Ids and hosts: in a monospaced face, and whole. */
  code?: boolean;
}

/** Names on the left, values on the right. */
export function KeyValueList({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="key-values">
      {items.map(({ name, value, code }, index) => (
        // Names come from outside and may repeat; the order is fixed.
        <div key={`${index} ${name}`}>
          <dt>{name}</dt>
          <dd className={code ? 'code' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
