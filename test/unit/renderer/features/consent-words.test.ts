import { describe, expect, it } from 'vitest';
import { consentEventKind, consentProbe, consentVerdict } from '../../../../contract/consent';
import { mailLanguage } from '../../../../contract/consent';
import { problemCode } from '../../../../contract/problem';
import { customerText } from '../../../../renderer/features/common/customer-text';
import { problemWords } from '../../../../renderer/features/common/problem-words';
import { eventWords, probeWords, verdictWords } from '../../../../renderer/features/consent/consent-words';

describe('words about a consent', () => {
  it.each(consentEventKind.options)('event %s has a title of its own', (kind) => {
    const { title } = eventWords({ kind, at: 0, facts: {} });
    expect(title.length).toBeGreaterThan(8);
    const others = consentEventKind.options
      .filter((other) => other !== kind)
      .map((other) => eventWords({ kind: other, at: 0, facts: {} }).title);
    expect(others).not.toContain(title);
  });

  it('never call a reported consent good before a token came', () => {
    expect(eventWords({ kind: 'granted', at: 0, facts: { via: 'listener' } }).tone).not.toBe('good');
    expect(eventWords({ kind: 'token', at: 0, facts: { roles: ['A'] } })).toMatchObject({ tone: 'good', text: 'Permissions: A' });
  });

  it('say which roles went and which are needed', () => {
    const { text } = eventWords({ kind: 'drifted', at: 0, facts: { roles: ['A'], missingRoles: ['B', 'C'], lostRoles: ['D'] } });
    expect(text).toBe('No longer there: D. Needed, any one of them: B, C. In the token: A.');
  });

  it.each(consentProbe.shape.state.options)('probe %s', (state) => {
    expect(probeWords({ state, attempts: 1 }).title.length).toBeGreaterThan(7);
  });

  it.each(consentVerdict.shape.verdict.options)('verdict %s names the other tenant where there is one', (verdict) => {
    const { title, text } = verdictWords({ verdict, tenantId: 't-1', error: 'access_denied' }, (id) => `<${id}>`);
    expect(title.length).toBeGreaterThan(8);
    expect(`${title} ${text}`.includes('<t-1>')).toBe(['mismatch', 'otherTenant'].includes(verdict));
  });
});

describe('the text for a customer', () => {
  it.each(problemCode.options)('is there for %s exactly where the customer has to act', (code) => {
    for (const language of mailLanguage.options) {
      const text = customerText({ code, at: 0, missingRoles: ['Incident.Read.All'] }, 'Contoso $& Ltd', language);
      expect(text !== null).toBe(problemWords(code).who === 'customer');
      if (text === null) continue;
      expect(text).toContain('Contoso $& Ltd');
      expect(text).toMatch(language === 'en' ? /^Hello,[\s\S]*\bPlease\b/ : /^Hej,/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('follows the number, and names it', () => {
    const text = customerText({ code: 'conditionalAccess', at: 0, aadsts: 500021 }, 'Contoso', 'en');
    expect(text).toContain('tenant restrictions');
    expect(text).toContain('AADSTS500021');
    expect(customerText({ code: 'consentMissing', at: 0, aadsts: 650051 }, 'Contoso', 'en')).toBeNull();
  });

  it('names the missing permission', () => {
    const roles = { code: 'rolesMissing' as const, at: 0, missingRoles: ['A', 'B'] };
    expect(customerText(roles, 'Contoso', 'en')).toContain('(A or B)');
    expect(customerText(roles, 'Contoso', 'sv')).toContain('(A eller B)');
    expect(customerText({ code: 'rolesMissing', at: 0 }, 'Contoso', 'en')).not.toContain('AADSTS');
  });
});
