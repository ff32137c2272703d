import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { isUnsure, lastUnsureDay, type Overview, type TenantFigures } from '../../../contract/overview';
import { PROBLEM_TITLES } from '../../../contract/problem-titles';
import type { Tenant } from '../../../contract/tenant';
import { foreignText } from '../../cloud/foreign-text';
import { toldOutside } from '../../tenants/told-outside';
import { utcTime, utcWords, valueWords } from '../value-words';
import { type Html, html } from './html';
import { isoDay, openColumns, severityClass, sumOf } from './report-charts';
import { REPORT_POLICY, REPORT_STYLE } from './report-style';

/** All a report is made of. Everything in it is of one customer. */
export interface ReportContent {
  tenant: Tenant;
  overview: Overview;
  figures: TenantFigures;
  /** The gravest of those that are open, and how many there are. */
  open: { rows: readonly IncidentRow[]; total: number };
}

const KNOWN = ['high', 'medium', 'low', 'informational'];

/** A report as one page of HTML: no script, nothing fetched, all text from outside as text. */
export function reportPage(content: ReportContent): string {
  const { tenant, overview } = content;
  const title = i18n.t('Incident report: {tenant}', { tenant: foreignText(tenant.displayName) });
  const severities = severitiesOf(overview);
  const page = html`<!doctype html>
<html lang="${i18n.locale || 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  const body = html`</head><body><main>
<h1>${title}</h1>
<p>${periodWords(overview)}</p>
<p class="quiet">${i18n.t('Tenant ID {id}. Made {time}.', { id: tenant.tenantId, time: utcWords(overview.asOf) })}</p>
${coverage(tenant, overview)}
${totals(content.figures, overview.days.length)}
${isUnknown(content) ? html`` : html`${openOverTime(content, severities)}${openList(content)}${dayTable(overview, severities)}`}
<footer class="quiet">${i18n.t('Made by Tenantry from what was read of this tenant through Microsoft’s API.')}</footer>
</main></body></html>
`;
  // The style is ours and is not to be escaped: its hash stands in the policy.
  return `${page.text}<style>${REPORT_STYLE}</style>${body.text}`;
}

/** Never read whole, and nothing is stored of the period: zeros would look like a quiet customer. */
function isUnknown({ figures, overview: { days }, open }: ReportContent): boolean {
  const nothing = days.every((day) => sumOf(day.open) + day.opened + day.resolved === 0);
  return figures.lastCompleteAt === null && nothing && open.total === 0;
}

function openOverTime({ overview, figures }: ReportContent, severities: readonly string[]): Html {
  const legend = severities.map(
    (severity) =>
      html`<li><i class="${severityClass(severity)}"></i>${valueWords(foreignText(severity))}: ${i18n.number(figures.open[severity] ?? 0)}</li>`,
  );
  return html`<h2>${i18n.t('Open incidents by severity')}</h2>
${openColumns(overview, severities, i18n.t('Open incidents at the end of each day, by severity'))}
<ul class="legend">${legend}</ul>
<p class="quiet">${i18n.t('At the end of each day (UTC). Merged incidents are counted once.')}</p>
${lastUnsureDay(overview) !== null ? html`<p class="quiet">${i18n.t('Hatched: days of which not all is known.')}</p>` : html``}`;
}

function severitiesOf({ days }: Overview): string[] {
  const found = new Set(days.flatMap(({ open }) => Object.keys(open)));
  return [...KNOWN, ...[...found].filter((severity) => !KNOWN.includes(severity)).toSorted()];
}

function periodWords({ days }: Overview): string {
  const [first, last] = [days[0], days.at(-1)];
  const values = { from: isoDay(first?.at ?? 0), to: isoDay(last?.at ?? 0), days: days.length };
  return i18n.t('Period: {from} to {to} ({days} days, UTC)', values);
}

/** Always there: how far the numbers can be trusted. */
function coverage({ health }: Tenant, overview: Overview): Html {
  const read = health.lastCompleteAt === undefined ? null : utcWords(health.lastCompleteAt);
  const whole = health.state === 'fresh';
  const unsure = lastUnsureDay(overview);
  const sentences = [
    whole
      ? i18n.t('Complete: this tenant was read whole {time}.', { time: read ?? '–' })
      : i18n.t('Not complete: incidents may be missing or out of date.'),
    whole ? null : read === null ? i18n.t('This tenant was never read whole.') : i18n.t('It was read whole last {time}.', { time: read }),
    whole || !health.problem ? null : i18n.t('Reason: {reason}', { reason: i18n.t(PROBLEM_TITLES[health.problem.code]) }),
    unsure === null
      ? null
      : i18n.t(
          'Up to and including {day} not all incidents are known, only those that changed later: numbers of the period may be too low.',
          { day: isoDay(unsure) },
        ),
  ].filter((sentence) => sentence !== null);
  return html`<section class="coverage${whole ? '' : ' gap'}">${sentences.map((sentence) => html`<p>${sentence}</p>`)}${whole || !health.problem ? html`` : said(toldOutside(health.problem))}</section>`;
}

/** What the service said, word for word. */
function said(detail: string | null): Html {
  return detail ? html`<p class="quiet">${i18n.t('What the service said: {detail}', { detail: foreignText(detail, 300) })}</p>` : html``;
}

function totals(figures: TenantFigures, days: number): Html {
  const number = (value: number) => (value === 0 && figures.lastCompleteAt === null ? i18n.t('not known') : i18n.number(value));
  const mean =
    figures.meanResolveMs === null ? '–' : i18n.t('{hours} h', { hours: i18n.number(Math.round(figures.meanResolveMs / 360_000) / 10) });
  const cells: [string, string][] = [
    [i18n.t('Open now'), number(sumOf(figures.open))],
    [i18n.t('Unassigned now'), number(figures.unassigned)],
    [i18n.t('New in {days} days', { days }), number(figures.opened)],
    [i18n.t('Resolved in {days} days', { days }), number(figures.resolved)],
    [
      i18n.t(
        '{count, plural, =0 {Mean time to resolve} one {Mean time to resolve, # incident} other {Mean time to resolve, # incidents}}',
        {
          count: figures.timed,
        },
      ),
      mean,
    ],
  ];
  return html`<ul class="totals">${cells.map(([name, value]) => html`<li>${name}<strong>${value}</strong></li>`)}</ul>`;
}

function openList({ open: { rows, total } }: ReportContent): Html {
  const heads = [i18n.t('Incident'), i18n.t('Severity'), i18n.t('Status'), i18n.t('Created (UTC)'), i18n.t('Last update (UTC)')];
  const title = html`<h2>${i18n.t('Open incidents')}</h2>`;
  if (rows.length === 0) return html`${title}<p>${i18n.t('None is stored. See above how far that can be trusted.')}</p>`;
  const lines = rows.map(
    (row) =>
      html`<tr><td>#${foreignText(row.incidentId)} ${foreignText(row.name)}</td><td>${valueWords(foreignText(row.severity))}</td><td>${valueWords(foreignText(row.status))}</td><td>${utcTime(row.createdAt)}</td><td>${utcTime(row.updatedAt)}</td></tr>`,
  );
  const more =
    total > rows.length
      ? html`<p class="quiet">${i18n.t('The {shown} gravest of {total}.', { shown: i18n.number(rows.length), total: i18n.number(total) })}</p>`
      : html``;
  return html`${title}<table class="incidents"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${lines}</tbody></table>${more}`;
}

function dayTable(overview: Overview, severities: readonly string[]): Html {
  const heads = [...severities.map((severity) => valueWords(foreignText(severity))), i18n.t('Open'), i18n.t('New'), i18n.t('Resolved')];
  const lines = overview.days.map((figures) => {
    const { at, open, opened, resolved } = figures;
    const numbers = [...severities.map((severity) => open[severity] ?? 0), sumOf(open), opened, resolved];
    const day = isUnsure(figures, overview) ? i18n.t('{day} (not all known)', { day: isoDay(at) }) : isoDay(at);
    return html`<tr><th scope="row">${day}</th>${numbers.map((value) => html`<td class="number">${i18n.number(value)}</td>`)}</tr>`;
  });
  return html`<h2>${i18n.t('Day by day')}</h2><table class="days"><thead><tr><th scope="col">${i18n.t('Day')}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${lines}</tbody></table>`;
}
