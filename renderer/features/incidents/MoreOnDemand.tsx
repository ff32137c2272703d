import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

/** Few incidents have more; those that do should not stop the page. */
const STEP = 50;

interface MoreOnDemandProps<Item> {
  items: readonly Item[];
  /** What they are, in the plural. */
  noun: string;
  children(item: Item, index: number): ReactNode;
}

/** A stack of cards, fifty at a time. */
export function MoreOnDemand<Item>({ items, noun, children }: MoreOnDemandProps<Item>) {
  const [shown, setShown] = useState(STEP);
  const rest = items.length - shown;
  return (
    <div className="card-stack">
      {items.slice(0, shown).map(children)}
      {rest > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, rest)} more of {rest} {noun}
        </Button>
      )}
    </div>
  );
}
