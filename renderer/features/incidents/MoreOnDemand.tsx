import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { i18n } from '@lingui/core';

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
  return (
    <StackOnDemand count={items.length} noun={noun}>
      {(shown) => items.slice(0, shown).map(children)}
    </StackOnDemand>
  );
}

interface StackOnDemandProps {
  count: number;
  /** What they are, in the plural. */
  noun: string;
  className?: string;
  /** Draws as many. */
  children(shown: number): ReactNode;
}

/** The same of what is no plain list. */
export function StackOnDemand({ count, noun, className = 'card-stack', children }: StackOnDemandProps) {
  const [shown, setShown] = useState(STEP);
  const rest = count - shown;
  return (
    <div className={className}>
      {children(shown)}
      {rest > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>
          {i18n.t('Show {value} more of {rest} {noun}', { value: Math.min(STEP, rest), rest, noun })}
        </Button>
      )}
    </div>
  );
}
