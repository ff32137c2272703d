import { describe, expect, it } from 'vitest';
import type { ConsentProbe } from '../../../contract/consent';
import type { ProblemCode } from '../../../contract/problem';
import { ConsentProber, PROBE_WAITS_MS } from '../../../main/identity/consent-probe';
import type { AcquireAnswer } from '../../../main/identity/token-broker';
import { APP_ID, NOW, TENANT } from './token';

const refused = (code: ProblemCode, retryAt?: number): AcquireAnswer => ({ ok: false, problem: { code, at: NOW, retryAt } });
const token = (missingRoles: string[] = []): AcquireAnswer => ({
  ok: true,
  facts: {
    tenantId: TENANT,
    resource: 'xdr',
    lacking: [],
    roles: ['Incident.Read.All'],
    missingRoles,
    expiresAt: NOW + 1,
    obtainedAt: NOW,
    fromCache: false,
    warnings: [],
  },
});

/** A prober whose waits pass at once and whose answers come in order, the last one for ever. */
function setUp(answers: AcquireAnswer[], onWait?: () => void) {
  const clock = { now: NOW };
  const waits: number[] = [];
  const states: ConsentProbe[] = [];
  const ended: AcquireAnswer[] = [];
  const prober: ConsentProber = new ConsentProber({
    acquire: async () => (answers.length > 1 ? (answers.shift() ?? null) : (answers[0] ?? null)),
    onEnd: async (_tenantId, _appId, answer) => void ended.push(answer),
    onChange: (tenantId) => void states.push(prober.state(tenantId, APP_ID) ?? { state: 'cancelled', attempts: -1 }),
    now: () => clock.now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      clock.now += milliseconds;
      onWait?.();
    },
  });
  return { prober, waits, states, ended };
}

describe('asking for a token after a consent', () => {
  it('is over at once when it works', async () => {
    const { prober, waits, ended } = setUp([token()]);
    await prober.start(TENANT, APP_ID);
    expect(prober.state(TENANT, APP_ID)).toEqual({ state: 'works', attempts: 1 });
    expect(waits).toEqual([]);
    expect(ended).toHaveLength(1);
  });

  it('goes on through what a fresh consent looks like, after 5 s, 15 s, 30 s, …', async () => {
    const { prober, waits, ended } = setUp([refused('consentMissing'), token(['Incident.Read.All']), refused('timeout'), token()]);
    await prober.start(TENANT, APP_ID);
    expect(waits).toEqual([5_000, 15_000, 30_000]);
    expect(prober.state(TENANT, APP_ID)).toEqual({ state: 'works', attempts: 4 });
    expect(ended).toEqual([token()]);
  });

  it('says when it asks again', async () => {
    const { prober, states } = setUp([refused('consentMissing'), token()]);
    await prober.start(TENANT, APP_ID);
    expect(states.map(({ state }) => state)).toEqual(['asking', 'waiting', 'asking', 'works']);
    expect(states[1]).toMatchObject({ attempts: 1, nextAt: NOW + 5_000, problem: { code: 'consentMissing' } });
  });

  it('gives up after the last wait, with the last problem', async () => {
    const { prober, waits, ended } = setUp([refused('consentMissing')]);
    await prober.start(TENANT, APP_ID);
    expect(waits).toEqual(PROBE_WAITS_MS);
    expect(prober.state(TENANT, APP_ID)).toMatchObject({ state: 'gaveUp', attempts: 6, problem: { code: 'consentMissing' } });
    expect(ended).toEqual([refused('consentMissing')]);
  });

  it.each<ProblemCode>(['conditionalAccess', 'credentialExpired', 'wrongTenantToken', 'notLicensed'])(
    'stops at %s, which waiting does not cure',
    async (code) => {
      const { prober, waits } = setUp([refused(code)]);
      await prober.start(TENANT, APP_ID);
      expect(waits).toEqual([]);
      expect(prober.state(TENANT, APP_ID)).toMatchObject({ state: 'stopped', attempts: 1, problem: { code } });
    },
  );

  it('waits as long as the service asks for', async () => {
    const { prober, waits } = setUp([refused('throttled', NOW + 90_000), token()]);
    await prober.start(TENANT, APP_ID);
    expect(waits).toEqual([90_000]);
  });

  it('ends when it is stopped, and nothing is concluded', async () => {
    const { prober, ended } = setUp([refused('consentMissing')], () => prober.cancel(TENANT, APP_ID));
    await prober.start(TENANT, APP_ID);
    expect(prober.state(TENANT, APP_ID)).toEqual({ state: 'cancelled', attempts: 1 });
    expect(ended).toEqual([]);
  });

  it('is over and forgotten with its tenant', async () => {
    const { prober, ended } = setUp([refused('consentMissing')], () => prober.forget(TENANT));
    await prober.start(TENANT, APP_ID);
    expect(prober.state(TENANT, APP_ID)).toBeNull();
    expect(ended).toEqual([]);
  });

  it('is replaced by a newer run', async () => {
    const again: Promise<void>[] = [];
    const { prober, waits } = setUp([refused('consentMissing'), token()], () => {
      again.push(prober.start(TENANT, APP_ID));
    });
    await prober.start(TENANT, APP_ID);
    await Promise.all(again);
    expect(waits).toEqual([5_000]);
    expect(prober.state(TENANT, APP_ID)).toEqual({ state: 'works', attempts: 1 });
  });

  it('does not stay busy when the vault breaks', async () => {
    const prober: ConsentProber = new ConsentProber({
      acquire: () => Promise.reject(new Error('locked')),
      onEnd: async () => undefined,
      onChange: () => undefined,
      now: () => NOW,
    });
    await expect(prober.start(TENANT, APP_ID)).rejects.toThrow('locked');
    expect(prober.state(TENANT, APP_ID)).toEqual({ state: 'stopped', attempts: 1 });
  });
});
