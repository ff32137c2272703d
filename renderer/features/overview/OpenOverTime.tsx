import { i18n } from '@lingui/core';
import { type DayFigures, isUnsure, lastUnsureDay, type Overview } from '../../../contract/overview';
import type { Tenant } from '../../../contract/tenant';
import { DataTable } from '../../ui/charts/DataTable';
import { type ChartSeries, StackedColumns } from '../../ui/charts/StackedColumns';
import { utcDay } from '../../ui/day-words';
import { counted } from '../common/incident-words';
import { Figure } from './Figure';
import { severitiesOf, severitySeries, severityWords, sumOf } from './severities';
import { toOpen, toOpenOn } from './to-queue';

/** Open incidents at the end of every day, by severity. */
export function OpenOverTime({ overview, tenants }: { overview: Overview; tenants: readonly Tenant[] }) {
  const { days } = overview;
  const unsure = lastUnsureDay(overview);
  const severities = severitiesOf(days.map(({ open }) => open));
  const series = severitySeries(severities);
  const words = (day: DayFigures) => {
    const values = { day: utcDay(day.at, true), count: sumOf(day.open), severities: severityWords(day.open, severities) };
    const text = values.count === 0 ? i18n.t('{day}: none open', values) : i18n.t('{day}: {count, number} open ({severities})', values);
    return isUnsure(day, overview) ? i18n.t('{text}. Not all is known of this day.', { text }) : text;
  };
  return (
    <Figure
      title={i18n.t('Open incidents by severity')}
      about={i18n.t('At the end of each day (UTC), counted back from what is open now. Merged incidents are counted once.')}
      tenants={tenants}
      table={
        <DataTable
          label={i18n.t('Open incidents by day and severity')}
          heads={[i18n.t('Day'), ...series.map(({ label }) => label), i18n.t('Open'), i18n.t('New'), i18n.t('Resolved')]}
          rows={days.toReversed().map((day) => ({
            id: String(day.at),
            cells: [
              isUnsure(day, overview) ? i18n.t('{day} (not all known)', { day: utcDay(day.at, true) }) : utcDay(day.at, true),
              ...severities.map((severity) => counted(day.open[severity] ?? 0)),
              counted(sumOf(day.open)),
              counted(day.opened),
              counted(day.resolved),
            ],
          }))}
        />
      }
    >
      <StackedColumns
        label={i18n.t('Open incidents at the end of each day, by severity')}
        hint={i18n.t('Point at a day, or move with the arrow keys; Enter or a click lists what was open.')}
        series={series.toReversed()}
        columns={days.map((day) => ({
          id: String(day.at),
          tick: utcDay(day.at),
          words: words(day),
          values: severities.toReversed().map((severity) => day.open[severity] ?? 0),
          unsure: isUnsure(day, overview),
        }))}
        formatted={counted}
        onPick={(severity, day) => (Number(day) === days.at(-1)?.at ? toOpen(null, severity) : toOpenOn(Number(day), severity))}
      />
      <Legend series={series} open={days.at(-1)?.open ?? {}} />
      {unsure !== null && (
        <p className="quiet">
          {i18n.t(
            'Hatched: up to and including {day} not all incidents are known, only those that changed later, as reads went no further back or older ones were removed.',
            {
              day: utcDay(unsure, true),
            },
          )}
        </p>
      )}
    </Figure>
  );
}

/** What the colours mean; each opens the incidents of its severity that are open now. */
function Legend({ series, open }: { series: readonly ChartSeries[]; open: DayFigures['open'] }) {
  return (
    <ul className="figure-legend" aria-label={i18n.t('Open now by severity')}>
      {series.map(({ id, label, colour }) => (
        <li key={id}>
          <button type="button" onClick={() => toOpen(null, id)}>
            <i style={{ background: colour }} aria-hidden="true" />
            {label} <strong>{counted(open[id] ?? 0)}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}
