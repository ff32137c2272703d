import { describe, expect, it } from 'vitest';
import { objectionIn, openConsentPage } from '../../../../main/identity/registration/consent-page-probe';
import { CLIENT, CLOUD, NOW, TENANT } from '../token';

describe('an objection of the consent page', () => {
  it.each([
    [
      'in the text of the page',
      '<p><code>AADSTS50011: The redirect URI &#39;https://a.example&#39; does not match. Trace ID: 1</code></p>',
      { aadsts: 50011, code: 'registrationFault', detail: "AADSTS50011: The redirect URI 'https://a.example' does not match." },
    ],
    [
      'inside a script',
      '<script>$Config={"strServiceExceptionMessage":"AADSTS50194: Application is not configured as multi-tenant.","x":"y"}</script>',
      { aadsts: 50194, code: 'registrationFault', detail: 'AADSTS50194: Application is not configured as multi-tenant.' },
    ],
    ['of a number without words', 'AADSTS4242424', { aadsts: 4242424, code: 'unknownEntra' }],
  ])('is found %s', (_where, page, problem) => {
    expect(objectionIn(page, NOW)).toMatchObject(problem);
  });

  it('is not seen in a sign-in page', () => {
    expect(objectionIn('<title>Sign in to your account</title><script>var AADSTS = 1;</script>', NOW)).toBeNull();
  });
});

describe('opening the page', () => {
  const open = (fetch: (url: string) => Promise<Response>) =>
    openConsentPage(
      { tenant: TENANT, clientId: CLIENT, scope: CLOUD.resources.xdr.scope, redirectUri: 'http://localhost:1/consent' },
      { environment: CLOUD, fetch, now: () => NOW },
    );

  it('asks as a browser with the link would', async () => {
    let asked = '';
    await open(async (url) => {
      asked = url;
      return new Response('<p>sign in</p>');
    });
    const url = new URL(asked);
    expect(`${url.origin}${url.pathname}`).toBe(`${CLOUD.loginBase}/${TENANT}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT,
      scope: CLOUD.resources.xdr.scope,
      redirect_uri: 'http://localhost:1/consent',
    });
  });

  it.each([
    ['a page without objection', async () => new Response('<p>sign in</p>'), { objection: null }],
    ['an error without a number', async () => new Response('bad gateway', { status: 502 }), { noAnswer: { code: 'serviceError' } }],
    ['an answer of something in between', async () => new Response('no', { status: 403 }), { noAnswer: { code: 'unreadable' } }],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), { noAnswer: { code: 'unreachable' } }],
  ])('tells %s apart', async (_what, fetch, verdict) => {
    expect(await open(fetch)).toMatchObject(verdict);
  });
});
