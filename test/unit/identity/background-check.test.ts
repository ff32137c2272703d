import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../contract/problem';
import { BackgroundCheck } from '../../../main/identity/background-check';
import type { AcquireAnswer } from '../../../main/identity/token-broker';
import { NOW } from './token';

const refused = (code: ProblemCode): AcquireAnswer => ({ ok: false, problem: { code, at: NOW } });

/** A check whose waits pass at once; `answers` by tenant, in the order of the list. */
function setUp(answers: Record<string, AcquireAnswer | null>, everyMs: (round: number) => number | null = () => null) {
  const asked: string[] = [];
  const noted: string[] = [];
  const waits: number[] = [];
  let rounds = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const check = new BackgroundCheck({
    tenants: async () => {
      rounds += 1;
      return Object.keys(answers);
    },
    ask: async (tenantId) => {
      asked.push(tenantId);
      return answers[tenantId] ?? null;
    },
    note: async (tenantId) => void noted.push(tenantId),
    everyMs: () => {
      const every = everyMs(rounds);
      if (every === null) end();
      return every;
    },
    onFailure: (error) => {
      throw error;
    },
    random: () => 0,
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return { check, asked, noted, waits, ended };
}

const round = (check: BackgroundCheck) => check.round(new AbortController().signal);

describe('asking for tokens in the background', () => {
  it('notes what the answer says of the tenant, and no weather', async () => {
    const { check, asked, noted } = setUp({
      gone: refused('consentMissing'),
      slow: refused('timeout'),
      busy: refused('throttled'),
      lacking: refused('rolesMissing'),
      withoutApp: null,
    });
    await round(check);
    expect(asked).toEqual(['gone', 'slow', 'busy', 'lacking', 'withoutApp']);
    expect(noted).toEqual(['gone', 'lacking']);
  });

  it('stops the round when this computer is offline', async () => {
    const { check, asked, noted } = setUp({ first: refused('unreachable'), second: refused('consentMissing') });
    await round(check);
    expect(asked).toEqual(['first']);
    expect(noted).toEqual([]);
  });

  it('pauses between tenants, and waits about the time between rounds', async () => {
    const { check, waits, ended } = setUp({ one: refused('consentMissing'), two: refused('consentMissing') }, (done) =>
      done < 2 ? 1_000_000 : null,
    );
    check.start();
    await ended;
    expect(waits).toEqual([800_000, 1_600, 800_000, 1_600]);
  });

  it('does nothing more once it was stopped', async () => {
    const run = new AbortController();
    const { check, asked, noted } = setUp({ one: refused('consentMissing'), two: refused('consentMissing') });
    run.abort();
    await check.round(run.signal);
    expect([...asked, ...noted]).toEqual([]);
  });
});
