import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../main/cloud/without-secrets';
import { jwt, claims } from '../identity/token';

const SECRET = 'a~secret/with+signs.0123456789';

describe('words of a service that quotes what it was sent', () => {
  it('lose the secret in both spellings, wherever they are', () => {
    const shown = withoutSecrets(
      {
        code: 'refused',
        at: 1,
        detail: `got ${SECRET} and client_secret=${encodeURIComponent(SECRET)}`,
        traceId: SECRET,
        correlationId: SECRET,
        missingRoles: [SECRET],
      },
      [SECRET],
    );
    expect(JSON.stringify(shown)).not.toContain(SECRET);
    expect(JSON.stringify(shown)).not.toContain(encodeURIComponent(SECRET));
    expect(shown).toMatchObject({ detail: 'got ••• and client_secret=•••', traceId: '•••' });
  });

  it('lose a token that was cut short', () => {
    const token = jwt(claims({}));
    const { detail = '' } = withoutSecrets({ code: 'refused', at: 1, detail: `InvalidToken: ${token.slice(0, -10)}` }, [token]);
    expect(detail).toBe('InvalidToken: •••');
  });

  it('stay as they are otherwise', () => {
    const problem = { code: 'refused', at: 1, detail: 'Bearer authentication is required, code=7', traceId: 'abc' } as const;
    expect(withoutSecrets(problem, ['', 'other'])).toEqual(problem);
  });
});
