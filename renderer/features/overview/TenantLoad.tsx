import { i18n } from '@lingui/core';
import type { Overview, TenantFigures } from '../../../contract/overview';
import type { Tenant } from '../../../contract/tenant';
import { BarList } from '../../ui/charts/BarList';
import { DataTable } from '../../ui/charts/DataTable';
import { counted } from '../common/incident-words';
import { stateWords } from '../common/state-words';
import { Figure } from './Figure';
import { isUnknown, severitiesOf, severitySeries, severityWords, sumOf } from './severities';
import { TenantName } from './TenantName';
import { toOpen } from './to-queue';

/** As many as the figure beside it is high. */
const SHOWN = 9;

/** Tenants by what is open in them, the busiest first. One nothing is known of is no quiet one. */
export function TenantLoad({ overview: { tenants: figures }, tenants }: { overview: Overview; tenants: readonly Tenant[] }) {
  const severities = severitiesOf(figures.map(({ open }) => open));
  const byLoad = figures.toSorted((a, b) => sumOf(b.open) - sumOf(a.open) || Number(isUnknown(b)) - Number(isUnknown(a)));
  return (
    <Figure
      title={i18n.t('Tenants by load')}
      about={
        figures.length > SHOWN
          ? i18n.t('Open incidents now, the {shown} busiest of {count, number} tenants. The table has all.', {
              shown: SHOWN,
              count: figures.length,
            })
          : i18n.t('Open incidents now.')
      }
      tenants={tenants}
      table={
        <DataTable
          label={i18n.t('Open incidents by tenant and severity')}
          words={2}
          heads={[
            i18n.t('Tenant'),
            i18n.t('State'),
            ...severitySeries(severities).map(({ label }) => label),
            i18n.t('Open'),
            i18n.t('Unassigned'),
            i18n.t('New'),
            i18n.t('Resolved'),
          ]}
          rows={byLoad.map((one) => ({ id: one.tenantId, cells: cellsOf(one, severities) }))}
        />
      }
    >
      <BarList
        label={i18n.t('Tenants by open incidents')}
        series={severitySeries(severities)}
        rows={byLoad.slice(0, SHOWN).map((one) => ({
          id: one.tenantId,
          name: <TenantName {...one} />,
          values: severities.map((severity) => one.open[severity] ?? 0),
          words: isUnknown(one) ? '–' : counted(sumOf(one.open)),
          ...(isUnknown(one) ? { unknown: i18n.t('Nothing is known: never read') } : { title: severityWords(one.open, severities) }),
        }))}
        onOpen={(tenantId) => toOpen(tenantId)}
      />
    </Figure>
  );
}

function cellsOf(one: TenantFigures, severities: readonly string[]) {
  const number = (value: number) => (isUnknown(one) ? i18n.t('not known') : counted(value));
  return [
    one.tenantName,
    stateWords(one.tenantState).label,
    ...severities.map((severity) => number(one.open[severity] ?? 0)),
    number(sumOf(one.open)),
    number(one.unassigned),
    number(one.opened),
    number(one.resolved),
  ];
}
