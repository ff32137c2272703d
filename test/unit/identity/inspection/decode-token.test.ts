import { describe, expect, it } from 'vitest';
import { decodeToken, entriesOf, tokenIn } from '../../../../main/identity/inspection/decode-token';
import { claims, jwt } from '../token';

const part = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const HEADER = part({ alg: 'RS256', typ: 'JWT', kid: 'k' });
const whole = `${HEADER}.${part(claims())}.${Buffer.alloc(256, 7).toString('base64url')}`;
const fault = (text: string) => {
  const answer = decodeToken(tokenIn(text));
  return answer.ok ? 'readable' : [answer.fault.code, answer.fault.part];
};

describe('a pasted token', () => {
  it.each([
    ['alone', whole],
    ['after "Bearer"', `Bearer ${whole}`],
    ['in a header line', `authorization:  bearer ${whole}\r\n`],
    ['broken into lines', `  ${whole.slice(0, 40)}\r\n  ${whole.slice(40, 90)}\n${whole.slice(90)}\n`],
    ['in quotes', `"${whole}",`],
    ['in the answer of the token endpoint', JSON.stringify({ token_type: 'Bearer', access_token: whole })],
  ])('is read %s', (_how, text) => {
    expect(decodeToken(tokenIn(text))).toEqual({
      ok: true,
      token: { header: { alg: 'RS256', typ: 'JWT', kid: 'k' }, claims: claims(), signature: 'whole' },
    });
  });

  it.each([
    ['nothing', '  \n', ['empty', undefined]],
    ['a client secret', 'abC8Q~notASecret.withDots', ['opaque', undefined]],
    ['a word', 'example', ['opaque', undefined]],
    ['four parts', `${whole}.x`, ['opaque', undefined]],
    ['an encrypted token', `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`, ['encrypted', undefined]],
    ['half a header', HEADER.slice(0, 10), ['truncated', 'header']],
    ['half the claims', whole.slice(0, HEADER.length + 30), ['truncated', 'claims']],
    ['a foreign character in the header', `${HEADER.slice(0, 5)}ä${HEADER.slice(5)}.${part(claims())}.x`, ['notBase64', 'header']],
    ['a foreign character in the claims', `${HEADER}.${part(claims())}=.aaaa`, ['notBase64', 'claims']],
    ['a foreign character in the signature', `${HEADER}.${part(claims())}.a+a/`, ['notBase64', 'signature']],
    ['a header that is no JSON', `${part('{"nonsense')}.${part(claims())}.aaaa`, ['notJson', 'header']],
    ['claims that are a list', `${HEADER}.${part([1])}.aaaa`, ['notJson', 'claims']],
    ['far too much', `${HEADER}.${'a'.repeat(70_000)}.a`, ['tooLong', undefined]],
  ])('that is none is told apart: %s', (_what, text, expected) => {
    expect(fault(text)).toEqual(expected);
  });

  it('shows the header of an encrypted one', () => {
    const answer = decodeToken(`${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`);
    expect(answer).toMatchObject({
      ok: false,
      fault: {
        header: [
          { name: 'alg', text: 'RSA-OAEP' },
          { name: 'enc', text: 'A256GCM' },
        ],
      },
    });
  });

  it.each([
    ['absent', `${HEADER}.${part(claims())}`],
    ['absent', `${HEADER}.${part(claims())}.`],
    ['cutOff', whole.slice(0, -1)],
    ['cutOff', whole.slice(0, -40)],
    ['cutOff', jwt(claims())],
  ])('has a signature that is %s', (signature, text) => {
    expect(decodeToken(text)).toMatchObject({ ok: true, token: { signature } });
  });
});

describe('names and values', () => {
  it('are all kept, moments as moments, the rest as JSON', () => {
    const fields = JSON.parse(
      '{"exp":1700000000,"nbf":"soon","roles":["A"],"new_claim":{"x":null},"__proto__":"odd","empty":""}',
    ) as Record<string, unknown>;
    expect(entriesOf(fields)).toEqual([
      { name: 'exp', text: '1700000000', at: 1_700_000_000_000 },
      { name: 'nbf', text: 'soon', at: undefined },
      { name: 'roles', text: '["A"]' },
      { name: 'new_claim', text: '{"x":null}' },
      { name: '__proto__', text: 'odd' },
      { name: 'empty', text: '' },
    ]);
  });
});
