import { describe, expect, it } from 'vitest';
import { GLOBAL_PROBLEMS, problemCode } from '../../../../contract/problem';
import { errorCode } from '../../../../contract/result';
import { tenantState } from '../../../../contract/tenant';
import { errorWords } from '../../../../renderer/features/common/error-words';
import { actorWords, problemShort, problemWords } from '../../../../renderer/features/common/problem-words';
import { tenantReason } from '../../../../renderer/features/common/tenant-reason';
import { nextStep } from '../../../../renderer/features/tenants/next-step';

describe.each(problemCode.options)('problem %s', (code) => {
  it('says what, why, who and what next', () => {
    const { title, cause, nextStep: step, who } = problemWords(code);
    for (const text of [title, cause, step, actorWords(who)]) expect(text.length).toBeGreaterThan(3);
    expect(title).not.toMatch(/[.]$/);
    expect(cause).toMatch(/[.]$/);
    expect(step).toMatch(/[.]$/);
    expect(problemShort(code)[0]).toBe(problemShort(code)[0]?.toLowerCase());
  });
});

it('gives every problem a title of its own', () => {
  const titles = problemCode.options.map((code) => problemWords(code).title);
  expect(new Set(titles).size).toBe(titles.length);
});

it("makes the partner's own problems the partner's to mend, and does not repeat them per tenant", () => {
  for (const code of GLOBAL_PROBLEMS) {
    expect(problemWords(code).who).toBe('you');
    expect(tenantReason({ state: 'failed', refreshing: false, problem: { code, at: 0 } })).not.toContain(problemWords(code).title);
  }
});

it.each(errorCode.options)('error %s has words', (code) => {
  const { title, text } = errorWords({ code, message: 'for logs', retryable: false, correlationId: 'c-1' });
  expect(title.length).toBeGreaterThan(5);
  expect(text.length).toBeGreaterThan(5);
  expect(title + text).not.toContain('for logs');
});

it('words an error with a problem as the problem', () => {
  const error = { code: 'problem', message: '', retryable: false, correlationId: '', problem: { code: 'consentMissing', at: 0 } } as const;
  expect(errorWords(error).title).toBe('Consent missing');
});

it.each(tenantState.options.filter((state) => state !== 'fresh'))('a tenant that is %s has a next step', (state) => {
  expect(nextStep({ state, refreshing: false })).toBeTruthy();
});

it('a fresh tenant has none', () => {
  expect(nextStep({ state: 'fresh', refreshing: false })).toBeNull();
});
