import { describe, expect, it } from 'vitest';
import { apiProblem } from '../../../main/cloud/api-errors';
import { entraProblem } from '../../../main/cloud/entra-errors';
import { foreignText } from '../../../main/cloud/foreign-text';
import { readConsentAnswer } from '../../../main/identity/consent-answer';
import { objectionIn } from '../../../main/identity/registration/consent-page-probe';
import { answerOf } from './answer';

/** Turns the rest of a line round, hides in it, rings, and begins a new one. */
const TRICKS = 'safe\u202Etxet\u200B\u0007\r\nsecond <b>line</b>\u2028third';
const CLEAN = 'safe txet second <b>line</b> third';

describe('a text somebody else wrote', () => {
  it('is one line without marks that cannot be seen, and keeps its markup as text', () => {
    expect(foreignText(TRICKS)).toBe(CLEAN);
  });

  it('is cut, and never through a character', () => {
    expect(foreignText('x'.repeat(100_000))).toBe(`${'x'.repeat(2000)}…`);
    expect(foreignText('1234😀', 5)).toBe('1234…');
    expect(foreignText('1234😀', 6)).toBe('1234😀');
  });

  it.each([
    ['of the API', apiProblem(answerOf(400, { error: { code: 'BadRequest', message: TRICKS } }), [], 1)],
    ['of Graph', apiProblem(answerOf(400, { error: { code: '', message: TRICKS, innerError: { 'request-id': 'id\u202E' } } }), [], 1)],
    ['of Entra', entraProblem(answerOf(400, { error: 'invalid_request', error_description: TRICKS, trace_id: 'id\u202E' }), 1)],
    ['in a consent page', objectionIn(`AADSTS650056: safe\u202Etxet\u200B\u0007second <`, 1)],
  ])('is clean in a problem %s', (_name, problem) => {
    expect(problem?.detail).toMatch(/safe txet second/);
    expect(JSON.stringify(problem)).not.toMatch(/[\p{Cc}\p{Cf}]|\\u0/u);
  });

  it('is clean in the answer of a consent, and short', () => {
    const answer = readConsentAnswer(new URLSearchParams({ error: 'access_denied', error_description: TRICKS + 'x'.repeat(100_000) }));
    expect(answer?.detail?.startsWith(CLEAN)).toBe(true);
    expect(answer?.detail?.length).toBeLessThan(1100);
  });

  it('takes no time over a long answer of blanks', () => {
    const blanks = ' '.repeat(100_000);
    expect(entraProblem(answerOf(400, { error: 'invalid_request', error_description: `AADSTS90013:${blanks}Trace ID` }), 1).aadsts).toBe(
      90013,
    );
  });
});
