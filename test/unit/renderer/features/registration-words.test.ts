import { describe, expect, it } from 'vitest';
import { findingCode, registrationStep, type StepResult } from '../../../../contract/registration';
import { checkSummary, findingWords } from '../../../../renderer/features/registration/registration-words';

const result = (state: StepResult['state'], index: number): StepResult => ({
  step: registrationStep.options[index] ?? 'application',
  state,
  findings: [],
});

describe('a check in a sentence', () => {
  it('is short when all is well', () => {
    expect(checkSummary([0, 1, 2, 3, 4].map((index) => result('ok', index)))).toBe('All 5 steps are in place.');
  });

  it('names what is missing and what cannot be seen', () => {
    const steps = [result('ok', 0), result('unknown', 1), result('missing', 2), result('missing', 3), result('ok', 4)];
    expect(checkSummary(steps)).toBe(
      '2 of 5 steps are in place. Missing: Redirect URIs, API permissions. Cannot be checked from here: Account type.',
    );
  });
});

describe('the words of a finding', () => {
  const all = findingCode.options.map((code) => ({
    code,
    words: findingWords(
      { code, state: 'missing', resource: 'xdr', roles: ['Some.Role'], address: 'http://localhost:1/consent' },
      'Contoso',
    ),
  }));

  it.each(all)('are a whole sentence, and so is the next step: $code', ({ words }) => {
    expect(words.text).toMatch(/\.$/);
    if (words.next !== null) expect(words.next).toMatch(/\.$/);
  });

  it('name the API, the roles, the address and the customer they are about', () => {
    const textOf = (code: string) => all.find((one) => one.code === code)?.words.text;
    expect(textOf('rolesMissing')).toContain('Defender XDR API: a token of your own tenant lacks Some.Role.');
    expect(textOf('addressNotRegistered')).toContain('http://localhost:1/consent');
    expect(textOf('provenByCustomer')).toContain('Contoso');
  });
});
