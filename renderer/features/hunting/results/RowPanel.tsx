import { Copy16Regular, ShieldError16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { HuntingColumn, HuntingRow } from '../../../../contract/hunting';
import { ActionButton } from '../../../keys/ActionButton';
import { useApp } from '../../../store/app-store';
import { copyText } from '../../../ui/copy-text';
import { CopyButton } from '../../../ui/CopyButton';
import { useNotices } from '../../../ui/notices';
import { Panel, PanelSection } from '../../../ui/Panel';
import { useAction } from '../../common/use-action';
import { SeenIn } from '../../incidents/SeenIn';
import { cellText, longText } from './cell';
import { incidentOf, observablesOf, valueOf } from './pivot';

interface RowPanelProps {
  row: HuntingRow;
  columns: readonly HuntingColumn[];
  tenantName: string;
  utc: boolean;
  onClose(): void;
}

/** One row with all its values, and where it leads: to its incident, and to incidents of all customers with the same values. */
export function RowPanel({ row, columns, tenantName, utc, onClose }: RowPanelProps) {
  const go = useApp((state) => state.go);
  const notices = useNotices();
  const { busy, run } = useAction();
  const leads = valueOf(row, columns, 'IncidentId') !== null || valueOf(row, columns, 'AlertId') !== null;
  const observables = observablesOf(row, columns);
  const incidentId = valueOf(row, columns, 'IncidentId') ?? '';

  const openIncident = async () => {
    const found = await run(() => incidentOf(row, columns), ['notFound']);
    if (found.ok) go({ page: 'incidents', tenantId: found.value.tenantId, incident: found.value });
    else if (found.error.code === 'notFound')
      notices.warned(
        i18n.t('This incident of {tenantName} is not stored', { tenantName }),
        i18n.t('It may be older than what was read, or not read yet. Refresh the tenant and try again.'),
      );
  };
  const copyRow = () => {
    const values = Object.fromEntries(columns.map(({ name }, index) => [name, row.values[index] ?? null]));
    if (copyText(JSON.stringify({ tenantName, tenantId: row.tenantId, ...values }, null, 2))) notices.done(i18n.t('Row copied'));
  };

  return (
    <Panel
      label={i18n.t('Row')}
      onClose={onClose}
      header={
        <>
          <h2>{tenantName}</h2>
          <span className="code quiet">{row.tenantId}</span>
        </>
      }
    >
      <div className="row-actions">
        {leads && (
          <ActionButton
            group="Hunting"
            appearance="primary"
            icon={<ShieldError16Regular />}
            disabled={busy}
            onClick={() => void openIncident()}
          >
            {i18n.t('Open its incident')}
          </ActionButton>
        )}
        <ActionButton group="Hunting" icon={<Copy16Regular />} onClick={copyRow}>
          {i18n.t('Copy row')}
        </ActionButton>
      </div>
      {observables.length > 0 && (
        <PanelSection title={i18n.t('In incidents of all customers')}>
          <SeenIn title={tenantName} observables={observables} incident={{ tenantId: row.tenantId, incidentId: incidentId || '-' }} />
        </PanelSection>
      )}
      <PanelSection title={i18n.t('Values')}>
        <dl className="row-values">
          {columns.map(({ name, type }, index) => {
            const value = row.values[index] ?? null;
            const text = type === 'datetime' ? cellText(value, type, utc) : longText(value);
            return (
              <div key={name}>
                <dt>
                  {name} <span className="quiet">{type}</span>
                </dt>
                <dd>
                  {value === null ? <span className="quiet">{i18n.t('empty')}</span> : <pre className="code">{text}</pre>}
                  {value !== null && <CopyButton text={String(value)} label={i18n.t('Copy {name}', { name })} />}
                </dd>
              </div>
            );
          })}
        </dl>
      </PanelSection>
    </Panel>
  );
}
