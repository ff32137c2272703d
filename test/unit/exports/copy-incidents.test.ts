import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../../../contract/incident';
import { copyOf, markdownText } from '../../../main/exports/copy-incidents';
import { escaped, html } from '../../../main/exports/report/html';
import { TENANT_A } from '../../support/store/incident-pages';

const ROW: IncidentRow = {
  tenantId: TENANT_A,
  tenantName: 'Alpha <b>& sons</b>',
  tenantState: 'stale',
  incidentId: '77',
  name: '<img src=x onerror=alert(1)> [click](http://evil.example) `code`\nwww.evil.example \u202Egpj.exe',
  severity: 'High',
  status: 'Active',
  assignedTo: null,
  classification: null,
  determination: null,
  alertCount: 3,
  createdAt: Date.UTC(2026, 10, 28, 9),
  updatedAt: null,
  redirectIncidentId: null,
  readAt: Date.UTC(2026, 10, 28, 10),
  surface: 'xdr',
  unlistedAt: null,
  news: null,
};
const incident = { row: ROW, portalUrl: `https://portal.example/incidents/77?tid=${TENANT_A}` };

describe('incidents on the clipboard', () => {
  it('say whose they are, and that what is not fresh may have changed', () => {
    const { text } = copyOf([incident], 'text');
    expect(text.split('\n')[0]).toMatch(/^#77 <img/);
    expect(text).toContain(`Tenant: Alpha <b>& sons</b> (${TENANT_A})`);
    expect(text).toContain('Assigned to: Unassigned');
    expect(text).toContain('Created: 2026-11-28 09:00 UTC');
    expect(text).toContain('As read 2026-11-28 10:00 UTC.');
    expect(text.endsWith(incident.portalUrl)).toBe(true);
    expect(copyOf([{ ...incident, row: { ...ROW, tenantState: 'fresh' } }], 'text').text).not.toContain('may have changed');
  });

  it('are one line a fact, whatever line breaks or marks of direction a name has', () => {
    const { text } = copyOf([incident], 'text');
    expect(text.split('\n')).toHaveLength(10);
    expect(text).not.toContain('\u202E');
  });

  it('are no markup of Markdown', () => {
    const { text } = copyOf([incident], 'markdown');
    const [head = ''] = text.split('\n');
    expect(head.startsWith('**[')).toBe(true);
    expect(head.endsWith(`](<${incident.portalUrl}>)**`)).toBe(true);
    const inner = head.slice(3, -`](<${incident.portalUrl}>)**`.length);
    expect(inner.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_{}[\]()#+!|<>~&:.@]/);
    expect(inner).toContain('\\<img src\\=x');
    expect(inner).toContain('www\\.evil\\.example');
  });

  it('come back as they were when the backslashes are taken off', () => {
    const sign = '\\`*_{}[]()#+.!|<>~&$:@=^ a-b, "c" \'d\' 50% e/f;g?';
    expect(markdownText(sign).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(sign);
  });

  it('are a table of text in HTML, with links to the portal of their tenant only', () => {
    const copied = copyOf([incident], 'html');
    expect(copied.text).toBe(copyOf([incident], 'text').text);
    expect(copied.html).not.toContain('<img');
    expect(copied.html).not.toContain('<b>');
    expect(copied.html?.match(/href="[^"]*"/g)).toEqual([`href="${escaped(incident.portalUrl)}"`]);
    expect(copied.html).toContain('&#60;img src=x onerror=alert(1)&#62;');
  });

  it('say in HTML too of one that was merged that it may have changed', () => {
    const { html: table = '' } = copyOf([{ ...incident, row: { ...ROW, redirectIncidentId: '78' } }], 'html');
    expect(table).toContain('#78');
    expect(table).toContain('may have changed');
  });
});

describe('the template for HTML', () => {
  it('escapes what is put in, unless it was made the same way', () => {
    const evil = `"><script>alert('x')</script>&\``;
    expect(html`<p title="${evil}">${evil}${html`<b>${1}</b>`}${[html`<i></i>`]}</p>`.text).toBe(
      `<p title="${escaped(evil)}">${escaped(evil)}<b>1</b><i></i></p>`,
    );
    expect(escaped(evil)).not.toMatch(/[<>"'`]/);
  });
});
