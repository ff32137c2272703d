import { describe, expect, it, vi } from 'vitest';

// Outside Electron there is no shell; the rule is what is tested here, the opening end to end.
vi.mock('electron', () => ({ shell: {} }));
const { isAllowedLink } = await import('../../../main/window/external-links');

const BASES = ['https://login.microsoftonline.com', 'https://security.microsoft.com', null];

describe('isAllowedLink', () => {
  it.each(['https://login.microsoftonline.com/common/oauth2/authorize?x=1', 'https://security.microsoft.com/incidents/1?tid=2'])(
    'lets %s out',
    (url) => {
      expect(isAllowedLink(url, BASES)).toBe(true);
    },
  );

  it.each([
    'https://login.microsoftonline.com.evil.example/',
    'https://evil.example/?https://login.microsoftonline.com',
    'http://login.microsoftonline.com/',
    'https://user:pass@login.microsoftonline.com/',
    'https://login.microsoftonline.com:444/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:privacy',
    'not a url',
    '',
  ])('keeps %s in', (url) => {
    expect(isAllowedLink(url, BASES)).toBe(false);
  });
});
