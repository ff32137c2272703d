import { Button, Checkbox, Popover, PopoverSurface, PopoverTrigger, Switch } from '@fluentui/react-components';
import { Add16Regular, ArrowDown16Regular, ArrowUp16Regular, ColumnTriple20Regular, Subtract16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useApp } from '../../store/app-store';
import {
  DEFAULT_LAYOUT,
  FIXED_COLUMNS,
  QUEUE_COLUMNS,
  type QueueColumn,
  withMoved,
  withToggled,
  withWidth,
} from '../../store/queue-layout';
import { columnName, columnWidth } from './incident-columns';

/** By how much a press makes a column wider, in CSS pixels. */
const STEP = 20;

/** Which columns there are, in which order, how wide, and how close rows stand: all of it by keyboard too. */
export function ColumnsButton() {
  const layout = useApp((state) => state.layout);
  const setLayout = useApp((state) => state.setLayout);
  const hidden = QUEUE_COLUMNS.filter((id) => !layout.columns.some((column) => column.id === id));
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<ColumnTriple20Regular />} appearance="subtle" aria-label="Columns" title="Columns" />
      </PopoverTrigger>
      <PopoverSurface className="columns-popover" aria-label="Columns">
        <Switch label="Rows close together" checked={layout.compact} onChange={(_event, { checked }) => setLayout({ compact: checked })} />
        <ul>
          {layout.columns.map(({ id, width }) => (
            <li key={id}>
              <Shown id={id} shown />
              <Step
                label={`Move ${columnName(id)} left`}
                icon={<ArrowUp16Regular />}
                onClick={() => setLayout({ columns: withMoved(layout, id, -1) })}
              />
              <Step
                label={`Move ${columnName(id)} right`}
                icon={<ArrowDown16Regular />}
                onClick={() => setLayout({ columns: withMoved(layout, id, 1) })}
              />
              <Step
                label={`${columnName(id)} narrower`}
                icon={<Subtract16Regular />}
                onClick={() => setLayout({ columns: withWidth(layout, id, (width ?? columnWidth(id)) - STEP) })}
              />
              <Step
                label={`${columnName(id)} wider`}
                icon={<Add16Regular />}
                onClick={() => setLayout({ columns: withWidth(layout, id, (width ?? columnWidth(id)) + STEP) })}
              />
            </li>
          ))}
          {hidden.map((id) => (
            <li key={id}>
              <Shown id={id} shown={false} />
            </li>
          ))}
        </ul>
        <Button size="small" onClick={() => setLayout(DEFAULT_LAYOUT)}>
          As they were at first
        </Button>
      </PopoverSurface>
    </Popover>
  );
}

function Shown({ id, shown }: { id: QueueColumn; shown: boolean }) {
  const layout = useApp((state) => state.layout);
  const setLayout = useApp((state) => state.setLayout);
  return (
    <Checkbox
      className="columns-name"
      label={columnName(id)}
      checked={shown}
      disabled={FIXED_COLUMNS.has(id)}
      onChange={() => setLayout({ columns: withToggled(layout, id) })}
    />
  );
}

function Step({ label, icon, onClick }: { label: string; icon: ReactElement; onClick(): void }) {
  return <Button size="small" appearance="subtle" icon={icon} aria-label={label} title={label} onClick={onClick} />;
}
