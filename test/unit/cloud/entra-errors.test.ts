import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../contract/problem';
import { ENTRA_CATALOGUE } from '../../../main/cloud/entra-catalogue';
import { entraProblem, readEntraError } from '../../../main/cloud/entra-errors';
import { answerOf } from './answer';

const NOW = Date.UTC(2026, 0, 15, 12);
const body = (number: number, error = 'invalid_request', words = 'Something.') => ({
  error,
  error_description: `AADSTS${number}: ${words} Trace ID: 0000aaaa-11bb Correlation ID: aaaa0000-bb11 Timestamp: 2026-01-15 12:00:00Z`,
  error_codes: [number],
});

/** The catalogue, written down a second time from the reference, so that a slip in either shows. */
const EXPECTED: Record<string, number[]> = {
  consentMissing: [7000229, 700016, 700011, 65001, 650051, 65004, 90094, 90095, 90099, 500207, 500208, 16000, 50020, 50034, 51004],
  rolesMissing: [501051],
  notLicensed: [500011, 650052, 500014, 650054, 50001],
  tenantBlocked: [5000224],
  appDisabled: [7000112, 70001, 1000031],
  credentialWrong: [7000215],
  credentialExpired: [7000222],
  credentialMissing: [7000218],
  credentialRejected: [700027, 700030, 50012, 50013, 500133, 50048, 700024],
  registrationFault: [650056, 650057, 650059, 50194, 50011, 700025, 90112],
  tenantNotFound: [90002, 900023, 50059, 90019, 50128],
  otherCloud: [90038, 900382, 900432, 90051, 50049],
  conditionalAccess: [
    53003, 530032, 530035, 53000, 53001, 53002, 53004, 53011, 50005, 50131, 530034, 50074, 50076, 50079, 50158, 500021, 500022, 500212,
    500213, 50002, 50105,
  ],
  refused: [70011, 28002, 28003, 700022, 700023, 900144, 90014, 90013, 90023, 9002313, 90100, 70003, 900561, 901002, 1002012, 9001023],
  serviceError: [50033, 90006, 90012, 90024, 90033, 90090, 50000],
  throttled: [50196, 90055],
};
const ROWS = Object.entries(EXPECTED).flatMap(([code, numbers]) => numbers.map((number): [number, string] => [number, code]));

describe('AADSTS catalogue', () => {
  it.each(ROWS)('AADSTS%i means %s', (number, code) => {
    expect(entraProblem(answerOf(400, body(number)), NOW)).toMatchObject({ code, aadsts: number, at: NOW, httpStatus: 400 });
  });

  it('holds no number beyond these', () => {
    expect(new Set(ENTRA_CATALOGUE.keys())).toEqual(new Set(ROWS.map(([number]) => number)));
  });
});

describe('error bodies of Entra', () => {
  it.each([
    ['line breaks', 'AADSTS70011: Bad scope.\r\nTrace ID: t-1\r\nCorrelation ID: c-1\r\nTimestamp: 2016-01-09 02:02:12Z'],
    ['spaces', 'AADSTS70011: Bad scope. Trace ID: t-1 Correlation ID: c-1 Timestamp: 2016-01-09 02:02:12Z'],
  ])('are taken apart when the ids stand behind %s', (_name, description) => {
    expect(readEntraError(JSON.stringify({ error: 'invalid_scope', error_description: description }))).toEqual({
      error: 'invalid_scope',
      message: 'AADSTS70011: Bad scope.',
      numbers: [70011],
      traceId: 't-1',
      correlationId: 'c-1',
      timestamp: '2016-01-09 02:02:12Z',
    });
  });

  it('pass numbers over that no error has, so that one answer cannot spoil a list of tenants', () => {
    const problem = entraProblem(answerOf(400, { error: 'invalid_request', error_codes: [1e300, -1, 0, 1.5, 90002] }), NOW);
    expect(problem).toMatchObject({ code: 'tenantNotFound', aadsts: 90002 });
    expect(entraProblem(answerOf(400, { error: 'invalid_request', error_codes: [1e300] }), NOW).aadsts).toBeUndefined();
  });

  it('show an unknown number word for word', () => {
    expect(entraProblem(answerOf(400, body(987654, 'strange_error', 'Never seen <script>.')), NOW)).toMatchObject({
      code: 'unknownEntra',
      aadsts: 987654,
      detail: 'AADSTS987654: Never seen <script>.',
      traceId: '0000aaaa-11bb',
      correlationId: 'aaaa0000-bb11',
    });
  });

  it('fall back to the HTTP status where there is no number', () => {
    const code = (status: number, text: unknown): ProblemCode => entraProblem(answerOf(status, text), NOW).code;
    expect(code(503, '<html><body>Service unavailable</body></html>')).toBe('serviceError');
    expect(code(429, {})).toBe('throttled');
    expect(code(400, { error: 'temporarily_unavailable' })).toBe('serviceError');
    expect(code(200, '<html></html>')).toBe('unreadable');
    expect(code(404, 'not json')).toBe('unreadable');
  });

  it('carry the wait of a throttled answer', () => {
    expect(entraProblem(answerOf(429, body(90055), { 'retry-after': '17' }), NOW)).toMatchObject({
      code: 'throttled',
      retryAt: NOW + 17_000,
    });
    expect(entraProblem(answerOf(400, body(50196)), NOW)).toMatchObject({ code: 'throttled', retryAt: NOW + 60_000 });
  });

  it('take the number we know where several come', () => {
    const text = { error: 'invalid_client', error_description: 'AADSTS50000: x', error_codes: [111, 7000215] };
    expect(entraProblem(answerOf(401, text), NOW)).toMatchObject({ code: 'credentialWrong', aadsts: 7000215 });
  });
});
