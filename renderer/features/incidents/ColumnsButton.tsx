import { i18n } from '@lingui/core';
import { Button, Checkbox, Popover, PopoverSurface, PopoverTrigger, Switch } from '@fluentui/react-components';
import {
  Add16Regular,
  ArrowDown16Regular,
  ArrowUp16Regular,
  ColumnTriple20Regular,
  Pin16Filled,
  Pin16Regular,
  Subtract16Regular,
} from '@fluentui/react-icons';
import { memo, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import {
  DEFAULT_LAYOUT,
  FIXED_COLUMNS,
  QUEUE_COLUMNS,
  type QueueColumn,
  withMoved,
  withPinned,
  withToggled,
  withWidth,
} from '../../store/queue-layout';
import { columnName, columnWidth } from './incident-columns';
import { BELOW_END } from '../../ui/popover-place';

/** By how much a press makes a column wider, in CSS pixels. */
const STEP = 20;

/** Which columns there are, in which order, how wide, and how close rows stand: all of it by keyboard too. */
export const ColumnsButton = memo(function ColumnsButton() {
  const layout = useApp((state) => state.layout);
  const setLayout = useApp((state) => state.setLayout);
  const fitting = useApp((state) => state.fitting);
  const [open, setOpen] = useState(false);
  useCommands('Queue', [{ id: 'columns', label: i18n.t('Columns…'), run: () => setOpen(true) }]);
  const list = useRef<HTMLUListElement>(null);
  const toggled = useRef<QueueColumn | null>(null);
  // A column that is shown or hidden goes to another place in the list, and the focus goes with it.
  useLayoutEffect(() => {
    if (toggled.current !== null) list.current?.querySelector<HTMLElement>(`[data-column="${toggled.current}"] input`)?.focus();
    toggled.current = null;
  }, [layout]);
  const toggle = (id: QueueColumn) => {
    toggled.current = id;
    setLayout({ columns: withToggled(layout, id) });
  };
  const without = layout.columns.filter(({ id }) => fitting !== null && !fitting.includes(id));
  const hidden = QUEUE_COLUMNS.filter((id) => !layout.columns.some((column) => column.id === id));
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning={BELOW_END} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<ColumnTriple20Regular />} appearance="subtle" aria-label={i18n.t('Columns')} title={i18n.t('Columns')} />
      </PopoverTrigger>
      <PopoverSurface className="columns-popover" aria-label={i18n.t('Columns')}>
        <Switch
          label={i18n.t('Rows close together')}
          checked={layout.compact}
          onChange={(_event, { checked }) => setLayout({ compact: checked })}
        />
        <ul ref={list}>
          {layout.columns.map(({ id, width, pinned }) => (
            <li key={id} data-column={id}>
              <Shown id={id} shown onToggle={toggle} roomless={without.some((column) => column.id === id)} />
              <Step
                label={i18n.t(pinned ? /*i18n*/ 'Unpin {column}' : /*i18n*/ 'Pin {column}', { column: columnName(id) })}
                icon={pinned ? <Pin16Filled /> : <Pin16Regular />}
                onClick={() => setLayout({ columns: withPinned(layout, id) })}
              />
              <Step
                label={i18n.t('Move {column} left', { column: columnName(id) })}
                icon={<ArrowUp16Regular />}
                onClick={() => setLayout({ columns: withMoved(layout, id, -1) })}
              />
              <Step
                label={i18n.t('Move {column} right', { column: columnName(id) })}
                icon={<ArrowDown16Regular />}
                onClick={() => setLayout({ columns: withMoved(layout, id, 1) })}
              />
              <Step
                label={i18n.t('{column} narrower', { column: columnName(id) })}
                icon={<Subtract16Regular />}
                onClick={() => setLayout({ columns: withWidth(layout, id, (width ?? columnWidth(id)) - STEP) })}
              />
              <Step
                label={i18n.t('{column} wider', { column: columnName(id) })}
                icon={<Add16Regular />}
                onClick={() => setLayout({ columns: withWidth(layout, id, (width ?? columnWidth(id)) + STEP) })}
              />
            </li>
          ))}
          {hidden.map((id) => (
            <li key={id} data-column={id}>
              <Shown id={id} shown={false} onToggle={toggle} />
            </li>
          ))}
        </ul>
        {without.length > 0 && (
          <p className="quiet columns-note">
            {i18n.t(
              'Columns without room come back in a wider window, with the details closed, or when others are made narrower or taken away.',
            )}
          </p>
        )}
        <Button size="small" onClick={() => setLayout(DEFAULT_LAYOUT)}>
          {i18n.t('As they were at first')}
        </Button>
      </PopoverSurface>
    </Popover>
  );
});

interface ShownProps {
  id: QueueColumn;
  shown: boolean;
  /** It is to be shown, and there is no room for it. */
  roomless?: boolean;
  onToggle(id: QueueColumn): void;
}

function Shown({ id, shown, roomless = false, onToggle }: ShownProps) {
  return (
    <Checkbox
      className="columns-name"
      label={
        roomless ? (
          <>
            {columnName(id)} <span className="quiet columns-roomless">{i18n.t('No room now')}</span>
          </>
        ) : (
          columnName(id)
        )
      }
      checked={shown}
      disabled={FIXED_COLUMNS.has(id)}
      onChange={() => onToggle(id)}
    />
  );
}

function Step({ label, icon, onClick }: { label: string; icon: ReactElement; onClick(): void }) {
  return <Button size="small" appearance="subtle" icon={icon} aria-label={label} title={label} onClick={onClick} />;
}
