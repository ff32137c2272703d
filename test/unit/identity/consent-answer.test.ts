import { describe, expect, it } from 'vitest';
import { readConsentAnswer } from '../../../main/identity/consent-answer';
import { readRedirectAddress } from '../../../main/identity/redirect-address';
import { OTHER_TENANT, TENANT } from './token';

const read = (query: string) => readConsentAnswer(new URLSearchParams(query));

describe('the answer of a consent page', () => {
  it('is a grant only without an error, and repeats the tenant without believing it', () => {
    expect(read(`admin_consent=True&tenant=${TENANT.toUpperCase()}&state=s`)).toEqual({
      outcome: 'granted',
      state: 's',
      namedTenant: TENANT,
    });
    expect(read('admin_consent=true&state=s')).toEqual({ outcome: 'granted', state: 's' });
  });

  it.each([
    'error=consent_required&error_description=AADSTS65004:%20declined&admin_consent=True&state=s',
    'admin_consent=True&state=s&error=consent_required&error_description=AADSTS65004:%20declined',
  ])('is a refusal with any error, whatever else it says: %s', (query) => {
    expect(read(query)).toEqual({ outcome: 'declined', state: 's', error: 'consent_required', detail: 'AADSTS65004: declined' });
  });

  it('is a refusal with an empty error too', () => {
    expect(read('error=&admin_consent=True')).toEqual({ outcome: 'declined', state: null, error: 'error' });
  });

  it.each([
    'state=s',
    'admin_consent=False&state=s',
    'admin_consent=True&admin_consent=False&state=s',
    'admin_consent=True&state=a&state=b',
    `admin_consent=True&state=${'x'.repeat(201)}`,
    'error=a&error=b',
    '',
  ])('is none: %s', (query) => {
    expect(read(query)).toBeNull();
  });

  it('has its text on one line, without control characters, and not without end', () => {
    const answer = read(`error=x&error_description=${encodeURIComponent(`one\r\n\u202Etwo\u0000 <b>three</b>${'y'.repeat(3000)}`)}`);
    expect(answer?.detail).toMatch(/^one two <b>three<\/b>y+…$/);
    expect(answer?.detail?.length).toBe(1001);
  });
});

describe('a pasted address', () => {
  const registered = 'https://portal.azure.com';
  const verdict = (pasted: string) => {
    const address = readRedirectAddress(pasted, ['https://other.example', registered]);
    return address.ok ? Object.fromEntries(address.parameters) : address.why;
  };

  it.each([
    'https://portal.azure.com/?state=s',
    '  https://portal.azure.com/home?state=s#x \n',
    'http://localhost:48625/consent?state=s',
    'http://127.0.0.1:1/consent?state=s',
  ])('is taken where our links end: %s', (pasted) => {
    expect(verdict(pasted)).toEqual({ state: 's' });
  });

  it.each([
    ['', 'noAddress'],
    [OTHER_TENANT, 'noAddress'],
    ['https://portal.azure.com/?state=s and more', 'noAddress'],
    ['https://portal.azure.com.elsewhere.example/?state=s', 'otherAddress'],
    ['http://portal.azure.com/?state=s', 'otherAddress'],
    ['https://user@portal.azure.com/?state=s', 'otherAddress'],
    ['http://localhost:48621/other?state=s', 'otherAddress'],
    ['https://localhost:48621/consent?state=s', 'otherAddress'],
    ['http://localhost.elsewhere.example/consent?state=s', 'otherAddress'],
    ['javascript:alert(1)', 'otherAddress'],
  ])('is refused elsewhere: %s', (pasted, why) => {
    expect(verdict(pasted)).toBe(why);
  });
});
