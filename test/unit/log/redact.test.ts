import { describe, expect, it } from 'vitest';
import { redact, redactText } from '../../../main/log/redact';

const JWT = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.c2lnbmF0dXJl';
const ENTRA_SECRET = 'abc8Q~defghijklmnopqrstuvwxyz0123456789AB';

describe('redaction by name', () => {
  it.each([
    'secret',
    'clientSecret',
    'client_secret',
    'Authorization',
    'access_token',
    'refreshToken',
    'token',
    'client_assertion',
    'password',
    'Set-Cookie',
    'privateKey',
    'key',
  ])('hides the value of %s, however deep', (name) => {
    expect(redact({ outer: [{ [name]: 'value' }] })).toEqual({ outer: [{ [name]: '[hidden]' }] });
    expect(redact({ [name]: { nested: 'value' } })).toEqual({ [name]: '[hidden]' });
  });

  it('keeps facts about tokens and secrets, and whether there is one', () => {
    const facts = { tokenTenantId: 'a', secretStorage: { mode: 'keychain' }, code: 'notFound', token: null, hasSecret: true };
    expect(redact(facts)).toEqual(facts);
  });
});

describe('redaction by shape', () => {
  it.each([
    ['a token', `got ${JWT} back`, 'got [hidden] back'],
    ['a header', 'Authorization: Bearer abcdef123456.x-y', 'Authorization: [hidden]'],
    ['a form', `grant_type=client_credentials&client_secret=abc&scope=x`, 'grant_type=client_credentials&[hidden]&scope=x'],
    ['an Entra secret', `value ${ENTRA_SECRET}.`, 'value [hidden]'],
    ['a key in hex', `raw:${'0f'.repeat(32)}`, 'raw:[hidden]'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- end', '[hidden] end'],
  ])('hides %s', (_what, text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  it('leaves ids, times and addresses readable', () => {
    const text =
      'AADSTS7000215: tenant 11111111-1111-4111-8111-111111111111 at 2026-01-01T00:00:00Z, https://login.microsoftonline.com/common';
    expect(redactText(text)).toBe(text);
  });
});

describe('redaction of anything', () => {
  it('looks into errors, their causes and what libraries hang on them', () => {
    const error = Object.assign(new Error(`refused ${JWT}`, { cause: new Error('Bearer 12345678') }), {
      request: { headers: { authorization: 'x' } },
      status: 401,
    });
    const shown = redact({ error });
    expect(shown).toMatchObject({
      error: {
        name: 'Error',
        message: 'refused [hidden]',
        cause: { message: '[hidden]' },
        request: { headers: { authorization: '[hidden]' } },
        status: 401,
      },
    });
    expect(JSON.stringify(shown)).not.toContain('eyJ');
  });

  it('survives cycles, bytes, maps, dates that are none, and depth', () => {
    const cyclic: Record<string, unknown> = {
      bytes: new Uint8Array(32),
      map: new Map([['token', 'x']]),
      date: new Date(Number.NaN),
      big: 1n,
    };
    cyclic.self = cyclic;
    expect(redact(cyclic)).toEqual({ bytes: '[32 bytes]', map: { token: '[hidden]' }, date: 'Invalid Date', big: '1', self: '[circular]' });
    let deep: unknown = 'end';
    for (let level = 0; level < 100; level++) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain('[deeper]');
  });

  it('shows one object twice when it is there twice', () => {
    const shared = { a: 1 };
    expect(redact([shared, shared])).toEqual([shared, shared]);
  });
});
