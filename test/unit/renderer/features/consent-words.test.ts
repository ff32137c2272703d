import { describe, expect, it } from 'vitest';
import { consentEventKind, consentProbe, consentVerdict } from '../../../../contract/consent';
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
    const text = customerText({ code, at: 0, aadsts: 7000229, missingRoles: ['Incident.Read.All'] }, 'Contoso $& Ltd');
    expect(text !== null).toBe(problemWords(code).who === 'customer');
    if (text === null) return;
    expect(text).toContain('Contoso $& Ltd');
    expect(text).toContain('AADSTS7000229');
    expect(text).toMatch(/\bPlease\b/);
    expect(text).not.toMatch(/[{}]/);
  });

  it('names the missing permission', () => {
    expect(customerText({ code: 'rolesMissing', at: 0, missingRoles: ['A', 'B'] }, 'Contoso')).toContain('(A or B)');
    expect(customerText({ code: 'rolesMissing', at: 0 }, 'Contoso')).not.toContain('AADSTS');
  });
});
