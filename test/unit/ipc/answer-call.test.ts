import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '../../../contract/ipc';
import { answerCall } from '../../../main/ipc/answer-call';
import type { Handlers } from '../../../main/ipc/handlers';
import { fail, ok } from '../../../main/ipc/outcome';

const TENANT = '11111111-2222-3333-4444-555555555555';

function handlersWith(some: Partial<Handlers>): Handlers {
  const unexpected = Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      async () => {
        throw new Error(`${name} was not expected`);
      },
    ]),
  );
  return { ...unexpected, ...some } as Handlers;
}

function recordingLog() {
  const lines: { message: string; facts: Record<string, unknown> }[] = [];
  const note = (message: string, facts: Record<string, unknown>) => void lines.push({ message, facts });
  return { lines, warn: note, error: note };
}

const answer = (some: Partial<Handlers>, name: unknown, input: unknown, log = recordingLog()) =>
  answerCall(handlersWith(some), log, name, input);

describe('answerCall', () => {
  it('gives the value of a call whose input and output fit', async () => {
    const seen: unknown[] = [];
    const result = await answer({ 'tenants.remove': async (input) => (seen.push(input), ok(null)) }, 'tenants.remove', {
      tenantId: TENANT.toUpperCase(),
    });
    expect(result).toEqual({ ok: true, value: null });
    // Parsed: one spelling of a tenant ID inside main.
    expect(seen).toEqual([{ tenantId: TENANT }]);
  });

  it.each(['no.such.call', 'toString', '__proto__', 42, null])('refuses the name %s', async (name) => {
    expect(await answer({}, name, undefined)).toMatchObject({ ok: false, error: { code: 'badInput' } });
  });

  it('refuses input that does not fit, without running the handler and without logging the input', async () => {
    const log = recordingLog();
    const result = await answer({}, 'tenants.remove', { tenantId: 'planted-text' }, log);
    expect(result).toMatchObject({ ok: false, error: { code: 'badInput' } });
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('planted-text');
  });

  it('gives a declared failure with its problem and a correlation id', async () => {
    const problem = { code: 'unreachable' as const, at: 1 };
    const result = await answer({ 'tenants.resolve': async () => fail('problem', 'no', problem) }, 'tenants.resolve', { query: 'x' });
    expect(result).toMatchObject({ ok: false, error: { code: 'problem', problem, retryable: true } });
    expect(result.ok === false && result.error.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('turns a thrown bug into `internal`, keeping its text in the log', async () => {
    const log = recordingLog();
    const result = await answer(
      {
        'app.status': async () => {
          throw new Error('stack with a path');
        },
      },
      'app.status',
      undefined,
      log,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('stack with a path');
    expect(log.lines[0]?.facts.error).toBeInstanceOf(Error);
  });

  it('does not let out an answer that does not fit the contract', async () => {
    const leaky = { ok: true, value: { clientSecret: 'planted' } } as never;
    const result = await answer({ 'app.status': async () => leaky }, 'app.status', undefined);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('planted');
  });

  it('strips what the contract does not name from an answer', async () => {
    const held = {
      tenantId: TENANT,
      roles: [],
      missingRoles: [],
      lacking: [],
      resource: 'xdr' as const,
      expiresAt: 2,
      obtainedAt: 1,
      fromCache: false,
      warnings: [],
      accessToken: 'planted',
    };
    const result = await answer({ 'tokens.held': async () => ok(held) }, 'tokens.held', {
      tenantId: TENANT,
      appId: 'app',
      resource: 'xdr',
    });
    expect(result.ok).toBe(true);
    expect(JSON.stringify(result)).not.toContain('planted');
  });

  it('declares a handler name for every call exactly once', () => {
    const names = Object.keys(calls) as CallName[];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
  });
});
