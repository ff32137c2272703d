import { describe, expect, it } from 'vitest';
import { consentMail } from '../../../contract/consent';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { linkCsv } from '../../../main/identity/consent-csv';
import { consentMailText, DEFAULT_MAIL } from '../../../main/identity/consent-mail';
import { templateProblem } from '../../../renderer/features/settings/mail-template';
import { CLIENT, TENANT } from './token';

const LINK = 'https://login.example/t/v2.0/adminconsent?client_id=a&state=b';

const APP = { clientId: CLIENT, purpose: DEFAULT_PURPOSE };

describe('the consent mail', () => {
  it.each(['en', 'sv'] as const)('has every placeholder filled in (%s)', (language) => {
    const text = consentMailText(DEFAULT_MAIL, { language, customer: 'Contoso', ...APP, link: LINK });
    expect(text).toContain(`\n${LINK}\n`);
    expect(text.split('\n')[0]).toMatch(/^(Subject|Ämne): .*Contoso/);
    for (const word of ['Contoso', CLIENT, 'Incident.Read.All']) expect(text).toContain(word);
    expect(text).not.toMatch(/[{}]/);
  });

  it('names each permission the app is for, with what it allows', () => {
    const text = (language: 'en' | 'sv') =>
      consentMailText(DEFAULT_MAIL, {
        language,
        customer: 'Contoso',
        clientId: CLIENT,
        purpose: { features: ['readIncidents', 'updateIncidents', 'hunt'], surfaces: ['xdr', 'graph'] },
        link: LINK,
      });
    expect(text('en')).toContain(
      'Incident.ReadWrite.All (read and update all incidents), AdvancedHunting.Read.All (run hunting queries), SecurityIncident.ReadWrite.All (read and update all incidents), ThreatHunting.Read.All (run hunting queries).',
    );
    expect(text('en')).not.toContain('Incident.Read.All');
    expect(text('sv')).toContain('AdvancedHunting.Read.All (köra jaktfrågor)');
  });

  it('keeps its subject a line, and a name that looks like a placeholder a name', () => {
    const mail = { ...DEFAULT_MAIL, appName: 'Desk $& {link}' };
    const text = consentMailText(mail, { language: 'en', customer: 'Evil\r\nBcc: x@y.example {link}', ...APP, link: LINK });
    expect(text.split('\n')[0]).toBe('Subject: Permission for our security monitoring of Evil Bcc: x@y.example {link}');
    expect(text).toContain('Desk $& {link}');
    expect(text.split(LINK)).toHaveLength(2);
  });

  it('has default texts that fit the contract and the form', () => {
    expect(consentMail.parse(DEFAULT_MAIL)).toEqual(DEFAULT_MAIL);
    expect(templateProblem(DEFAULT_MAIL.templates.en)).toBeNull();
    expect(templateProblem(DEFAULT_MAIL.templates.sv)).toBeNull();
  });

  it.each([
    [{ subject: ' ', body: '{link}' }, /subject/],
    [{ subject: 'a', body: 'no place for it' }, /\{link\}/],
    [{ subject: 'a {tenant}', body: '{link}' }, /\{tenant\}/],
  ])('is not saved when it cannot work: %o', (template, why) => {
    expect(templateProblem(template)).toMatch(why);
  });
});

describe('the list of links', () => {
  it('is CSV that spreadsheets open, one quoted cell per value', () => {
    expect(linkCsv([{ displayName: 'Ärlig "Co", Ltd', tenantId: TENANT, domain: null, link: LINK }])).toBe(
      `\uFEFF"Customer","Tenant ID","Domain","Consent link"\r\n"Ärlig ""Co"", Ltd","${TENANT}","","${LINK}"\r\n`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r\n=cmd', '＝1'])('makes no formula of a name: %j', (displayName) => {
    const csv = linkCsv([{ displayName, tenantId: TENANT, domain: '=evil.example', link: LINK }]);
    const [, row = ''] = csv.split('\r\n');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(row.startsWith(`"'`)).toBe(true);
    expect(row).toContain(`"'=evil.example"`);
  });
});
