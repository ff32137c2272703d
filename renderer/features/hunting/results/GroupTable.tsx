import { i18n } from '@lingui/core';
import type { HuntingFilter, HuntingGroup, HuntingRun, HuntingSelection, HuntingValue } from '../../../../contract/hunting';
import { useQuery } from '../../../bridge/use-query';
import { ActionButton } from '../../../keys/ActionButton';
import type { Column } from '../../../ui/table-columns';
import { VirtualTable } from '../../../ui/VirtualTable';

const MOST = 2_000;

interface GroupTableProps {
  run: HuntingRun;
  column: string;
  label: string;
  selection: HuntingSelection;
  valueWords(value: HuntingValue): string;
  onFilter(filter: HuntingFilter): void;
  onClose(): void;
}

/** The rows counted by the values of one column. A line shows its rows. */
export function GroupTable({ run, column, label, selection, valueWords, onFilter, onClose }: GroupTableProps) {
  const [query] = useQuery('hunting.groups', { runId: run.runId, column, selection, limit: MOST }, run.version);
  const answer = query.state === 'ready' ? query.value : null;
  const columns: Column<HuntingGroup>[] = [
    {
      id: 'value',
      header: label,
      width: 200,
      grow: 1,
      cell: ({ value }) => <span className="clip">{valueWords(value) || i18n.t('(empty)')}</span>,
    },
    { id: 'rows', header: i18n.t('Rows'), width: 110, align: 'end', cell: ({ rows }) => i18n.number(rows) },
    { id: 'tenants', header: i18n.t('Tenants'), width: 110, align: 'end', cell: ({ tenants }) => i18n.number(tenants) },
  ];
  return (
    <>
      <div className="results-line">
        {answer === null
          ? i18n.t('Counting…')
          : i18n.t('{distinct, plural, one {# value} other {# values}} of {label}', { distinct: answer.distinct, label })}
        {answer !== null && answer.distinct > answer.groups.length && (
          <span className="quiet">{i18n.t('the {count} most frequent are shown', { count: answer.groups.length })}</span>
        )}
        <ActionButton group="Hunting" size="small" onClick={onClose}>
          {i18n.t('Back to all rows')}
        </ActionButton>
      </div>
      <VirtualTable
        label={i18n.t('Groups')}
        columns={columns}
        count={answer?.groups.length ?? 0}
        rowAt={(index) => answer?.groups[index]}
        isSelected={() => false}
        following={false}
        onOpen={({ value }) => onFilter(value === null ? { column, op: 'isEmpty', value: null } : { column, op: 'equals', value })}
        onClose={onClose}
      />
    </>
  );
}
