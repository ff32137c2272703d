import { i18n } from '@lingui/core';
import type { Overview, TenantFigures } from '../../../contract/overview';
import type { Tenant } from '../../../contract/tenant';
import { BarList } from '../../ui/charts/BarList';
import { DataTable } from '../../ui/charts/DataTable';
import { durationWords } from '../../ui/day-words';
import { counted } from '../common/incident-words';
import { stateWords } from '../common/state-words';
import { Figure } from './Figure';
import { isUnknown, sumOf } from './severities';
import { TenantName } from './TenantName';
import { toResolved } from './to-queue';

const SHOWN = 9;
const SERIES = [{ id: 'mean', label: 'mean', colour: 'var(--colorBrandBackground)' }];

/** How long resolving took on average, per customer, and from how many incidents that is. */
export function ResolveTimes({ overview: { tenants: figures, total, days }, tenants }: { overview: Overview; tenants: readonly Tenant[] }) {
  const slowest = figures.toSorted((a, b) => (b.meanResolveMs ?? -1) - (a.meanResolveMs ?? -1));
  const measured = slowest.filter(({ meanResolveMs }) => meanResolveMs !== null);
  return (
    <Figure
      title={i18n.t('Mean time to resolve')}
      about={
        total.meanResolveMs === null
          ? i18n.t('From creation to resolution, over incidents resolved in the period.')
          : i18n.t(
              'From creation to resolution: {mean} on average over {count, plural, one {# incident} other {# incidents}} resolved in the period. Open ones are not in it, merged ones are counted once.',
              { mean: durationWords(total.meanResolveMs), count: total.timed },
            )
      }
      tenants={tenants}
      table={
        <DataTable
          label={i18n.t('Mean time to resolve by tenant')}
          words={2}
          heads={[i18n.t('Tenant'), i18n.t('State'), i18n.t('Mean time to resolve'), i18n.t('From resolved'), i18n.t('Still open')]}
          rows={slowest.map((one) => ({ id: one.tenantId, cells: resolveCells(one) }))}
        />
      }
    >
      {measured.length === 0 ? (
        <p className="quiet">
          {total.resolved === 0
            ? i18n.t('No incident was resolved in this period, as far as is known.')
            : i18n.t('Of the incidents resolved in this period it is not known when they began.')}
        </p>
      ) : (
        <BarList
          label={i18n.t('Tenants by mean time to resolve, the slowest first')}
          series={SERIES}
          rows={measured.slice(0, SHOWN).map((one) => ({
            id: one.tenantId,
            name: <TenantName {...one} />,
            values: [one.meanResolveMs ?? 0],
            words: i18n.t('{mean} from {count, number}', { mean: durationWords(one.meanResolveMs ?? 0), count: one.timed }),
          }))}
          onOpen={(tenantId) => toResolved(tenantId, days[0]?.at ?? 0)}
        />
      )}
    </Figure>
  );
}

/** What the table says of a tenant. Resolved, and nobody knows when it began, is not the same as none. */
export function resolveCells(one: TenantFigures) {
  const { tenantName, tenantState, meanResolveMs, timed, open, resolved } = one;
  const unknown = i18n.t('not known');
  if (isUnknown(one)) {
    return [tenantName, stateWords(tenantState).label, unknown, unknown, unknown];
  }
  return [
    tenantName,
    stateWords(tenantState).label,
    meanResolveMs !== null ? durationWords(meanResolveMs) : resolved > 0 ? unknown : i18n.t('none resolved'),
    counted(timed),
    counted(sumOf(open)),
  ];
}
