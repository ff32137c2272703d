import { describe, expect, it } from 'vitest';
import { MICROSOFT_CLOUDS } from '../../../main/cloud/clouds';
import { serviceUrlFault } from '../../../main/cloud/service-url';

describe("Microsoft's clouds", () => {
  it('are the four a partner app can be in', () => {
    expect(MICROSOFT_CLOUDS.map(({ id, loginBase, apiBase }) => [id, loginBase, apiBase])).toEqual([
      ['commercial', 'https://login.microsoftonline.com', 'https://api.security.microsoft.com'],
      ['gcc', 'https://login.microsoftonline.com', 'https://api-gcc.security.microsoft.us'],
      ['gccHigh', 'https://login.microsoftonline.us', 'https://api-gov.security.microsoft.us'],
      ['dod', 'https://login.microsoftonline.us', 'https://api-gov.security.microsoft.us'],
    ]);
  });

  it.each(MICROSOFT_CLOUDS)('$id asks for its own API host over https and accepts the audiences in use', (cloud) => {
    expect(cloud.resources.xdr.scope).toBe(`${cloud.apiBase}/.default`);
    for (const base of [cloud.loginBase, cloud.apiBase, cloud.graphBase, cloud.portalBase ?? '']) {
      expect(serviceUrlFault(base)).toBeNull();
      expect(base).toMatch(/^https:\/\/[^/]+$/);
    }
    expect(cloud.resources.xdr.audiences).toEqual(
      expect.arrayContaining([
        cloud.apiBase,
        `${cloud.apiBase}/`,
        'https://api.security.microsoft.com',
        '8ee8fdad-f234-4243-8f3b-15c294843740',
      ]),
    );
  });
});
