import { Checkbox } from '@fluentui/react-components';
import { useMemo } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { Pill } from '../../ui/Pill';
import type { Column } from '../../ui/table-columns';
import { VirtualTable } from '../../ui/VirtualTable';
import type { PastedRow } from './paste-lookup';
import { pastedWords } from './paste-words';

interface PastedTableProps {
  rows: readonly PastedRow[];
  /** Found ones that are not to be added. */
  left: ReadonlySet<TenantId>;
  onLeft(left: ReadonlySet<TenantId>): void;
  onClose(): void;
}

/** Every line of a pasted list with what it is; those found can be left out. */
export function PastedTable({ rows, left, onLeft, onClose }: PastedTableProps) {
  const columns = useMemo<Column<PastedRow>[]>(() => {
    const toggle = (tenantId: TenantId) =>
      onLeft(new Set(left.has(tenantId) ? [...left].filter((one) => one !== tenantId) : [...left, tenantId]));
    return [
      { id: 'line', header: i18n.t('Line'), width: 52, align: 'end', cell: ({ line }) => line.line },
      {
        id: 'add',
        header: i18n.t('Add'),
        width: 44,
        cell: ({ state, line }) =>
          state.kind === 'found' && (
            <Checkbox
              checked={!left.has(state.tenantId)}
              onChange={() => toggle(state.tenantId)}
              aria-label={i18n.t('Add line {line}', { line: line.line })}
            />
          ),
      },
      { id: 'text', header: i18n.t('Customer'), width: 220, grow: 2, cell: customerCell },
      {
        id: 'state',
        header: i18n.t('State'),
        width: 150,
        cell: ({ state }) => <Pill tone={pastedWords(state).tone}>{pastedWords(state).label}</Pill>,
      },
      { id: 'detail', header: i18n.t('Details'), width: 180, grow: 2, cell: detailCell },
    ];
  }, [left, onLeft]);
  return (
    <div className="dialog-table">
      <VirtualTable
        label={i18n.t('Lines of the list')}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        isSelected={() => false}
        following={false}
        onOpen={() => undefined}
        onClose={onClose}
      />
    </div>
  );
}

function customerCell({ line, state }: PastedRow) {
  if (state.kind !== 'found') {
    return (
      <span className="clip" title={line.text}>
        {line.text}
      </span>
    );
  }
  return (
    <span className="clip" title={line.text}>
      <strong>{state.displayName}</strong> <span className="quiet">{state.domain}</span>
    </span>
  );
}

function detailCell({ state }: PastedRow) {
  const { detail } = pastedWords(state);
  return (
    <span className={state.kind === 'found' ? 'clip code' : 'clip quiet'} title={detail}>
      {detail}
    </span>
  );
}
