import { describe, expect, it } from 'vitest';
import { CloudFileError, parseCloudFile, profileIdOf } from '../../../main/cloud/cloud-file';

const FILE = {
  id: 'Lab cloud',
  name: 'Lab',
  loginBase: 'http://127.0.0.1:4000/login/',
  apiBase: 'http://localhost:4001',
  graphBase: 'https://graph.lab.example',
  issuer: 'http://127.0.0.1:4000/{tenantId}/',
  scope: 'https://api.security.microsoft.com/.default',
};
const read = (changes: object) => parseCloudFile(JSON.stringify({ ...FILE, ...changes }));

describe('cloud definition file', () => {
  it('becomes a cloud record', () => {
    expect(read({})).toEqual({
      id: 'lab-cloud',
      name: 'Lab',
      kind: 'custom',
      loginBase: 'http://127.0.0.1:4000/login',
      apiBase: 'http://localhost:4001',
      graphBase: 'https://graph.lab.example',
      portalBase: null,
      issuers: ['http://127.0.0.1:4000/{tenantid}/'],
      resources: {
        xdr: {
          scope: FILE.scope,
          audiences: ['https://api.security.microsoft.com', 'https://api.security.microsoft.com/', '8ee8fdad-f234-4243-8f3b-15c294843740'],
        },
        graph: {
          scope: 'https://graph.microsoft.com/.default',
          audiences: ['https://graph.microsoft.com', 'https://graph.microsoft.com/', '00000003-0000-0000-c000-000000000000'],
        },
      },
      redirectUri: 'https://portal.azure.com',
      instanceNames: [],
      vaultDomain: null,
    });
  });

  it('needs only the login base, the API base and the scope', () => {
    const { loginBase, apiBase, scope } = FILE;
    expect(parseCloudFile(JSON.stringify({ login_base: loginBase, apiBase, scope }))).toMatchObject({
      name: '127.0.0.1:4000',
      graphBase: apiBase,
    });
  });

  it('passes null over, but misses what is needed', () => {
    expect(read({ graphBase: null, portalBase: null, issuer: null, id: null })).toMatchObject({
      id: 'lab',
      graphBase: 'http://localhost:4001',
      portalBase: null,
    });
    expect(() => read({ apiBase: null })).toThrow('"apiBase" is missing');
  });

  it('takes lists, other spellings of the placeholder, a byte order mark and unknown keys', () => {
    const text = `\uFEFF${JSON.stringify({ ...FILE, issuer: ['https://a/{tenant}/', 'https://b/{tid}'], audience: ['x', 'y'], comment: 'hello' })}`;
    expect(parseCloudFile(text)).toMatchObject({
      issuers: ['https://a/{tenantid}/', 'https://b/{tenantid}'],
      resources: { xdr: { audiences: ['x', 'y'] } },
    });
  });

  it.each([
    ['http to another host', { apiBase: 'http://api.example.com' }, /"apiBase" in the cloud file must use https/],
    ['http that only looks like loopback', { apiBase: 'http://127.0.0.1.example.com' }, /"apiBase".*must use https/],
    [
      'a password in the address',
      { loginBase: 'https://me:secret@login.example' },
      /"loginBase".*must not contain a user name or password/,
    ],
    ['another protocol', { loginBase: 'file:///etc/passwd' }, /must start with https/],
    ['half an address', { graphBase: 'graph.example.com' }, /"graphBase".*not a complete address/],
    ['a query', { apiBase: 'https://api.example.com/?a=1' }, /must not have a query/],
    ['a scope without /.default', { scope: 'https://api.security.microsoft.com' }, /"scope".*\/\.default/],
    ['a number for a name', { name: 7 }, /"name".*must be text/],
    ['a missing base', { loginBase: undefined }, /"loginBase" is missing in the cloud file/],
  ])('refuses %s with a sentence', (_name, changes, words) => {
    expect(() => read(changes)).toThrow(CloudFileError);
    expect(() => read(changes)).toThrow(words);
  });

  it('says so when it is no JSON, or no object', () => {
    expect(() => parseCloudFile('{"id": ')).toThrow(/not valid JSON/);
    expect(() => parseCloudFile('[]')).toThrow(/one JSON object/);
  });

  it('gets a profile that changes with every address, so that a secret stays with its endpoints', () => {
    const id = profileIdOf(read({}));
    expect(id).toMatch(/^cloud-lab-cloud-[0-9a-f]{8}$/);
    expect(profileIdOf(read({ name: 'Other' }))).toBe(id);
    const others = [
      { loginBase: 'https://x.example' },
      { apiBase: 'https://x.example' },
      { graphBase: 'https://x.example' },
      { scope: 'https://x.example/.default' },
    ];
    expect(new Set([id, ...others.map((change) => profileIdOf(read(change)))]).size).toBe(5);
  });
});
