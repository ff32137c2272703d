import { Select, Switch } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { HuntingRow, HuntingRun, HuntingView } from '../../../../contract/hunting';
import { call } from '../../../bridge/client';
import { useHeight, useWidth } from '../../../ui/use-width';
import { momentWords } from '../query/time-range';
import { type Chart, type ChartKind, chartOf } from './chart-data';
import { Bars, Columns, Lines, Pie } from './chart-shapes';
import { coloursOf } from './chart-colours';

/** Rows a chart is drawn of; more are not read. */
const MOST_ROWS = 5_000;
const WINDOW = 500;
/** Of a chart, in CSS pixels: it fills the room under its tools, over its legend. */
const LEAST_HEIGHT = 170;
const MOST_HEIGHT = 420;
const AROUND = 100;

interface ResultChartProps {
  run: HuntingRun;
  view: HuntingView;
  kind: ChartKind;
  nameOf(tenantId: string): string;
  utc: boolean;
}

/** The rows as a picture, as `render` in the query asks, or as chosen here. The numbers are in the table of results. */
export function ResultChart({ run, view, kind: asked, nameOf, utc }: ResultChartProps) {
  const [kind, setKind] = useState(asked);
  const [byTenant, setByTenant] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, useHeight(box) - AROUND));
  const rows = useRows(run, view);
  const chart = useMemo(() => chartOf(kind, rows, run.columns, { byTenant, nameOf }), [kind, rows, run.columns, byTenant, nameOf]);
  const place = (at: string | number) => (typeof at === 'number' ? momentWords(at, utc) : at);
  return (
    <div className="result-chart" ref={box}>
      <div className="results-line">
        <Select
          size="small"
          aria-label={i18n.t('Kind of chart')}
          value={kind}
          onChange={(_event, { value }) => setKind(KINDS.find((one) => one === value) ?? kind)}
        >
          <option value="timechart">{i18n.t('Over time')}</option>
          <option value="columnchart">{i18n.t('Columns')}</option>
          <option value="barchart">{i18n.t('Bars')}</option>
          <option value="piechart">{i18n.t('Pie')}</option>
        </Select>
        <Switch checked={byTenant} onChange={(_event, { checked }) => setByTenant(checked)} label={i18n.t('One colour a tenant')} />
        {run.totalRows > MOST_ROWS && (
          <span className="quiet">
            {i18n.t('Drawn of the first {count} rows of {total}', { count: i18n.number(MOST_ROWS), total: i18n.number(run.totalRows) })}
          </span>
        )}
      </div>
      {chart === null || chart.places.length === 0 ? (
        <p className="quiet result-chart-none">
          {kind === 'timechart'
            ? i18n.t('A chart over time needs a time and a number in the rows.')
            : i18n.t('A chart needs a text and a number in the rows.')}
        </p>
      ) : (
        <>
          <figure role="img" aria-label={wordsOf(chart, place)}>
            {kind === 'timechart' && <Lines chart={chart} width={width - 40} height={height} place={place} utc={utc} />}
            {kind === 'columnchart' && <Columns chart={chart} width={width - 40} height={height} place={place} />}
            {kind === 'barchart' && <Bars chart={chart} width={width - 40} place={place} />}
            {kind === 'piechart' && <Pie chart={chart} place={place} />}
          </figure>
          {kind !== 'piechart' && <Legend chart={chart} />}
        </>
      )}
    </div>
  );
}

const KINDS: readonly ChartKind[] = ['timechart', 'columnchart', 'barchart', 'piechart'];

function Legend({ chart }: { chart: Chart }) {
  const colours = coloursOf(chart.series.map(({ name }) => name));
  return (
    <ul className="chart-legend">
      {chart.series.map(({ name, total }, at) => (
        <li key={name}>
          <span className="chart-swatch" style={{ background: colours[at] }} aria-hidden="true" />
          {name || (chart.together > 0 ? i18n.t('{count} others', { count: chart.together }) : i18n.t('(empty)'))}{' '}
          <span className="quiet">{i18n.number(total)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the picture shows, for who does not see it. */
function wordsOf({ places, series }: Chart, place: (at: string | number) => string): string {
  const list = series.map(({ name, total }) => `${name || i18n.t('(empty)')}: ${i18n.number(total)}`).join(', ');
  return i18n.t('From {first} to {last}. {list}', { first: place(places[0] ?? ''), last: place(places.at(-1) ?? ''), list });
}

function useRows(run: HuntingRun, view: HuntingView): readonly HuntingRow[] {
  const [rows, setRows] = useState<readonly HuntingRow[]>([]);
  const key = JSON.stringify([run.runId, view.filters, view.text]);
  useEffect(() => {
    let current = true;
    void (async () => {
      const [runId, filters, text] = JSON.parse(key) as [string, HuntingView['filters'], string];
      const read: HuntingRow[] = [];
      while (current && read.length < MOST_ROWS) {
        const answer = await call('hunting.rows', { runId, view: { sort: null, filters, text }, offset: read.length, limit: WINDOW });
        if (!answer.ok) break;
        read.push(...answer.value.rows);
        if (answer.value.rows.length < WINDOW) break;
      }
      if (current) setRows(read);
    })();
    return () => {
      current = false;
    };
  }, [key, run.version]);
  return rows;
}
