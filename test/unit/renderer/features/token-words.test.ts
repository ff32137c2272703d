import { describe, expect, it } from 'vitest';
import { audienceWords } from '../../../../renderer/features/tokens/audience-words';
import { claimWords, headerWords } from '../../../../renderer/features/tokens/claim-words';
import { badgeOf } from '../../../../renderer/features/tokens/GrantTable';

describe('what a token is for', () => {
  it.each([
    ['https://api.securitycenter.microsoft.com', 'The C# sample'],
    ['https://api.securitycenter.windows.com', 'The Python sample'],
    ['https://securitycenter.onmicrosoft.com/windowsatpservice', 'The curl sample'],
  ])('names the mix-up and the sample that makes it: %s', (audience, sample) => {
    const { intent, title, text } = audienceWords({ audiences: [audience], resource: 'mde' }, null);
    expect([intent, title]).toEqual(['error', 'This token is for Microsoft Defender for Endpoint, not for Defender XDR']);
    expect(text).toContain(`because its audience is ${audience}, an address of WindowsDefenderATP.`);
    expect(text).toContain(sample);
    expect(text).toContain('https://api.security.microsoft.com/.default');
  });

  it('blames no sample for an application ID', () => {
    const { text } = audienceWords({ audiences: ['fc780465-2017-40d4-a0c5-307022471b92'], resource: 'mde' }, 'xdr');
    expect(text).toContain('the application ID of WindowsDefenderATP');
    expect(text).not.toContain('sample');
  });

  it('is right for the API asked for, and wrong for another', () => {
    const graph = { audiences: ['https://graph.microsoft.com'], resource: 'graph' as const };
    expect(audienceWords(graph, 'graph')).toMatchObject({ intent: 'success', title: 'This token is for Microsoft Graph' });
    expect(audienceWords(graph, null).intent).toBe('success');
    expect(audienceWords(graph, 'xdr')).toMatchObject({
      intent: 'error',
      title: 'This token is for Microsoft Graph, not for Microsoft Defender XDR',
    });
    expect(audienceWords({ audiences: ['https://x.example'], resource: null }, null).intent).toBe('warning');
    expect(audienceWords({ audiences: [], resource: null }, 'xdr').title).toContain('does not say');
  });
});

describe('claims and header', () => {
  it('are explained where they are known, and left alone where not', () => {
    expect(claimWords('tid', 'x')).toContain('tenant');
    expect(claimWords('appidacr', '2')).toContain('certificate');
    expect(claimWords('azpacr', '7')).toContain('7');
    expect(claimWords('xms_new', 'x')).toContain('Microsoft');
    expect(claimWords('made_up', 'x')).toBeNull();
    expect(claimWords('constructor', 'x')).toBeNull();
    expect(headerWords('alg', 'none')).toContain('not signed');
    expect(headerWords('made_up', 'x')).toBeNull();
  });
});

describe('what a token allows', () => {
  it.each([
    [{ grantedBy: 'A', needed: true }, 'Granted'],
    [{ grantedBy: 'A', needed: false }, 'Granted, not needed'],
    [{ grantedBy: null, needed: true }, 'Missing'],
    [{ grantedBy: null, needed: false }, 'Not needed'],
    [{ grantedBy: null, needed: null }, 'Not granted'],
  ])('%j is "%s"', (grant, label) => {
    expect(badgeOf(grant).label).toBe(label);
  });
});
