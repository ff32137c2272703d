import type { ImportRow, RowKind } from '../../../contract/tenant-files';
import { EmptyState } from '../../ui/EmptyState';
import { DocumentSearch24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { Pill } from '../../ui/Pill';
import type { Column } from '../../ui/table-columns';
import { VirtualTable } from '../../ui/VirtualTable';
import { kindWords, rowDetail } from './import-words';
import { useImportRows } from './use-import-rows';
import { counted } from '../common/incident-words';

interface ImportTableProps {
  importId: string;
  /** Null: rows of every kind. */
  kind: RowKind | null;
  count: number;
  onClose(): void;
}

/** The rows of a file with what would become of each. */
export function ImportTable({ importId, kind, count, onClose }: ImportTableProps) {
  const { rowAt, want } = useImportRows(importId, kind);
  return (
    <div className="dialog-table">
      <VirtualTable
        label={i18n.t('Rows of the file')}
        columns={COLUMNS}
        count={count}
        rowAt={rowAt}
        rowHeight={46}
        isSelected={() => false}
        following={false}
        onOpen={() => undefined}
        onClose={onClose}
        onView={want}
        empty={<EmptyState icon={<DocumentSearch24Regular />} title={i18n.t('No such rows')} />}
      />
    </div>
  );
}

const COLUMNS: readonly Column<ImportRow>[] = [
  {
    id: 'row',
    get header() {
      return i18n.t('Row');
    },
    width: 64,
    align: 'end',
    cell: ({ row }) => counted(row),
  },
  {
    id: 'kind',
    get header() {
      return i18n.t('What it is');
    },
    width: 110,
    cell: ({ kind }) => <Pill tone={kindWords(kind).tone}>{kindWords(kind).label}</Pill>,
  },
  {
    id: 'tenant',
    get header() {
      return i18n.t('Tenant');
    },
    width: 220,
    grow: 2,
    cell: tenantCell,
  },
  {
    id: 'detail',
    get header() {
      return i18n.t('Details');
    },
    width: 200,
    grow: 3,
    cell: detailCell,
  },
];

function tenantCell({ displayName, domain, tenantId }: ImportRow) {
  return (
    <span className="two-lines">
      <strong className="clip">{displayName ?? domain ?? tenantId ?? '–'}</strong>
      <span className="clip quiet" title={tenantId}>
        {domain && `${domain} · `}
        <span className="code">{tenantId}</span>
      </span>
    </span>
  );
}

function detailCell(row: ImportRow) {
  const detail = rowDetail(row);
  return (
    <span className="clip" title={detail}>
      {detail}
    </span>
  );
}
