import { memo } from 'react';
import { i18n } from '@lingui/core';
import { incidentSort } from '../../../contract/incident';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { sortedBy, toggled } from '../../store/incident-filter';
import { DEFAULT_LAYOUT, FIXED_COLUMNS, QUEUE_COLUMNS, withToggled } from '../../store/queue-layout';
import { KNOWN_SEVERITIES, KNOWN_STATUSES, spoken } from '../common/incident-words';
import { columnName } from './incident-columns';

/** What chips and heads of columns do, for the command palette. Draws nothing and follows nothing: the queue is drawn often. */
export const QueueCommands = memo(function QueueCommands() {
  const { setFilter, setLayout } = useApp.getState();
  const filter = () => useApp.getState().filter;
  const layout = () => useApp.getState().layout;
  useCommands('Queue', [
    ...KNOWN_SEVERITIES.map((severity) => ({
      id: `severity ${severity}`,
      label: i18n.t('Severity {severity}: on or off', { severity: spoken(severity).toLowerCase() }),
      run: () => setFilter({ severities: toggled(filter().severities, severity) }),
    })),
    ...KNOWN_STATUSES.map((status) => ({
      id: `status ${status}`,
      label: i18n.t('Status {status}: on or off', { status: spoken(status).toLowerCase() }),
      run: () => setFilter({ statuses: toggled(filter().statuses, status) }),
    })),
    ...incidentSort.options.map((sort) => ({
      id: `sort ${sort}`,
      label: i18n.t('Sort by {column}', { column: columnName(sort).toLowerCase() }),
      run: () => setFilter(sortedBy(filter(), sort)),
    })),
    ...QUEUE_COLUMNS.filter((id) => !FIXED_COLUMNS.has(id)).map((id) => ({
      id: `column ${id}`,
      label: i18n.t('Column {column}: on or off', { column: columnName(id).toLowerCase() }),
      run: () => setLayout({ columns: withToggled(layout(), id) }),
    })),
    { id: 'compact', label: i18n.t('Rows close together: on or off'), run: () => setLayout({ compact: !layout().compact }) },
    { id: 'columns reset', label: i18n.t('Columns as they were at first'), run: () => setLayout(DEFAULT_LAYOUT) },
  ]);
  return null;
});
