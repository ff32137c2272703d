import { Button, type ButtonProps } from '@fluentui/react-components';
import { useId } from 'react';
import type { KeyAction } from './keymap';
import { useCommands } from './use-keys';

type Looks = Pick<ButtonProps, 'appearance' | 'aria-label' | 'className' | 'disabled' | 'icon' | 'size' | 'title'>;

interface ActionButtonProps extends Looks {
  /** Where the command palette says it belongs. */
  group: KeyAction['group'];
  children: string;
  onClick(): void;
}

/** A button that is in the command palette as well, as long as it is shown and can be pressed. */
export function ActionButton({ group, children, onClick, ...looks }: ActionButtonProps) {
  const id = useId();
  useCommands(group, looks.disabled ? [] : [{ id, label: looks['aria-label'] ?? children, run: onClick }]);
  return (
    <Button {...looks} onClick={() => onClick()}>
      {children}
    </Button>
  );
}
