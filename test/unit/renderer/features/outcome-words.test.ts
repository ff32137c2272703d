import { expect, it } from 'vitest';
import type { SyncOutcome } from '../../../../contract/sync';
import { outcomeWords } from '../../../../renderer/features/common/outcome-words';

const outcome = (result: SyncOutcome['result'], code?: NonNullable<SyncOutcome['problem']>['code'], incidents = 10): SyncOutcome => ({
  tenantId: '11111111-2222-4333-8444-555555555555',
  result,
  pages: 1,
  incidents,
  finishedAt: 0,
  ...(code ? { problem: { code, at: 0 } } : {}),
});

it('is good only when every tenant was read whole', () => {
  expect(outcomeWords([outcome('complete'), outcome('complete', undefined, 1_500)])).toMatchObject({
    good: true,
    text: '1,510 incidents read from 2 tenants',
  });
  expect(outcomeWords([outcome('complete', undefined, 1)])).toMatchObject({ good: true, text: '1 incident read' });
  for (const result of ['failed', 'partial', 'cancelled'] as const)
    expect(outcomeWords([outcome('complete'), outcome(result)]).good).toBe(false);
});

it('counts the reasons, most frequent first', () => {
  const words = outcomeWords([
    outcome('complete'),
    outcome('failed', 'unreachable', 0),
    outcome('failed', 'consentMissing', 0),
    outcome('failed', 'consentMissing', 0),
    outcome('cancelled', undefined, 0),
  ]);
  expect(words.text).toBe('1 of 5 tenants read whole, 10 incidents read');
  expect(words.detail).toBe('2 × Consent missing, 1 × Not reachable, 1 cancelled');
});

it("does not repeat the partner's own problem, which is said once on top", () => {
  const { detail } = outcomeWords([outcome('failed', 'credentialExpired', 0), outcome('failed', 'credentialExpired', 0)]);
  expect(detail).toBe('2 × Partner app: see the notice above');
});
