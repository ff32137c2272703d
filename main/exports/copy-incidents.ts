import { i18n } from '@lingui/core';
import type { CopyFormat } from '../../contract/incident-copy';
import type { IncidentRow } from '../../contract/incident';
import { foreignText } from '../cloud/foreign-text';
import { type Html, html } from './report/html';
import { utcWords, valueWords } from './value-words';

/** An incident and its page in the portal of its own tenant; null where there is none. */
export interface CopiedIncident {
  row: IncidentRow;
  portalUrl: string | null;
}

/** What goes on the clipboard: always as text, and as HTML where that was asked for. */
export function copyOf(incidents: readonly CopiedIncident[], format: CopyFormat): { text: string; html?: string } {
  const text = incidents.map(textOf).join('\n\n');
  switch (format) {
    case 'text':
      return { text };
    case 'markdown':
      return { text: incidents.map(markdownOf).join('\n\n') };
    case 'html':
      return { text, html: htmlOf(incidents).text };
  }
}

function title({ row }: CopiedIncident): string {
  return `#${foreignText(row.incidentId)} ${foreignText(row.name) || i18n.t('Without a name')}`;
}

/** What is said of an incident, each as a name and a value. Whose it is comes first. */
function facts({ row }: CopiedIncident): [string, string][] {
  const said: [string, string][] = [
    [i18n.t('Tenant'), `${foreignText(row.tenantName)} (${row.tenantId})`],
    [i18n.t('Severity'), valueWords(foreignText(row.severity))],
    [i18n.t('Status'), valueWords(foreignText(row.status))],
    [i18n.t('Assigned to'), row.assignedTo === null ? i18n.t('Unassigned') : foreignText(row.assignedTo)],
    [i18n.t('Alerts'), String(row.alertCount)],
    [i18n.t('Created'), utcWords(row.createdAt)],
    [i18n.t('Last update'), utcWords(row.updatedAt)],
  ];
  if (row.redirectIncidentId !== null) said.push([i18n.t('Merged into'), `#${foreignText(row.redirectIncidentId)}`]);
  if (row.tenantState !== 'fresh')
    said.push([
      i18n.t('Note'),
      i18n.t('As read {time}. The tenant was not read whole since; this may have changed.', { time: utcWords(row.readAt) }),
    ]);
  return said;
}

function textOf(incident: CopiedIncident): string {
  const lines = facts(incident).map(([name, value]) => `${name}: ${value}`);
  return [title(incident), ...lines, ...(incident.portalUrl === null ? [] : [incident.portalUrl])].join('\n');
}

function markdownOf(incident: CopiedIncident): string {
  const { portalUrl } = incident;
  const head = markdownText(title(incident));
  const lines = facts(incident).map(([name, value]) => `- ${markdownText(name)}: ${markdownText(value)}`);
  return [portalUrl === null ? `**${head}**` : `**[${head}](<${portalUrl}>)**`, '', ...lines].join('\n');
}

/** Text that Markdown shows as it is: every sign that could mean something, or make a link of an address, gets a backslash (CommonMark 2.4). */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+.!|<>~&$:@=^]/g, '\\$&');
}

function htmlOf(incidents: readonly CopiedIncident[]): Html {
  const heads = [
    i18n.t('Incident'),
    i18n.t('Tenant'),
    i18n.t('Severity'),
    i18n.t('Status'),
    i18n.t('Assigned to'),
    i18n.t('Last update'),
    i18n.t('Note'),
  ];
  return html`<table border="1" cellpadding="4" cellspacing="0"><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${incidents.map(rowOf)}</tbody></table>`;
}

function rowOf(incident: CopiedIncident): Html {
  const { row, portalUrl } = incident;
  const name = portalUrl === null ? html`${title(incident)}` : html`<a href="${portalUrl}">${title(incident)}</a>`;
  const values = new Map(facts(incident));
  const cell = (of: string) => html`<td>${values.get(of) ?? ''}</td>`;
  const merged = row.redirectIncidentId === null ? '' : `${i18n.t('Merged into')}: ${values.get(i18n.t('Merged into')) ?? ''}`;
  const note = html`<td>${[merged, values.get(i18n.t('Note')) ?? ''].filter(Boolean).join('. ')}</td>`;
  const cells = [i18n.t('Tenant'), i18n.t('Severity'), i18n.t('Status'), i18n.t('Assigned to'), i18n.t('Last update')].map(cell);
  return html`<tr><td>${name}</td>${cells}${note}</tr>`;
}
