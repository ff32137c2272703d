import { describe, expect, it } from 'vitest';
import { contentOf, pageReader } from '../../../main/incidents/page-content';

const values = (item: unknown) => contentOf(item).observables.map(({ kind, value }) => `${kind} ${value}`);

describe('what an incident is found by', () => {
  it('are its alert titles and the values of devices and entities, each once', () => {
    const alert = {
      title: 'Beacon',
      devices: [{ deviceDnsName: 'pc-1', deviceId: 'x' }],
      entities: [
        { entityType: 'User', accountName: 'bo', userPrincipalName: 'bo@contoso.com' },
        { entityType: 'Ip', ipAddress: ' 10.0.0.1 ' },
        { entityType: 'File', fileName: 'a.exe', sha1: 'aa', sha256: 'bb' },
        { entityType: 'MailMessage', sender: 'x@evil.example', recipient: 'bo@contoso.com', subject: 'Pay' },
      ],
    };
    expect(contentOf({ alerts: [alert, alert] }).alertTitles).toEqual(['Beacon']);
    expect(values({ alerts: [alert, alert] })).toEqual([
      'host pc-1',
      'user bo',
      'user bo@contoso.com',
      'ip 10.0.0.1',
      'file a.exe',
      'hash aa',
      'hash bb',
      'sender x@evil.example',
      'mailbox bo@contoso.com',
      'subject Pay',
    ]);
  });

  it('are found where Graph nests them', () => {
    const evidence = [
      { '@odata.type': '#microsoft.graph.security.userEvidence', userAccount: { accountName: 'bo', userPrincipalName: 'bo@contoso.com' } },
      { '@odata.type': '#microsoft.graph.security.fileEvidence', fileDetails: { fileName: 'a.exe', sha256: 'bb' } },
      { p1Sender: { emailAddress: 'x@evil.example' }, recipientEmailAddress: 'bo@contoso.com' },
    ];
    expect(values({ alerts: [{ title: 'T', evidence }] })).toEqual([
      'user bo',
      'user bo@contoso.com',
      'file a.exe',
      'hash bb',
      'sender x@evil.example',
      'mailbox bo@contoso.com',
    ]);
  });

  it('are sources, categories and techniques of alerts, and tags, each once', () => {
    const alert = {
      serviceSource: 'MicrosoftDefenderForEndpoint',
      detectionSource: 'EDR',
      category: ' Malware ',
      mitreTechniques: ['T1059', 'T1566'],
    };
    const facets = (item: unknown) => contentOf(item).facets.map(({ kind, value }) => `${kind} ${value}`);
    expect(facets({ tags: ['VIP'], alerts: [alert, alert] })).toEqual([
      'tag VIP',
      'service MicrosoftDefenderForEndpoint',
      'detection EDR',
      'category Malware',
      'technique T1059',
      'technique T1566',
    ]);
    expect(facets({ customTags: ['a'], systemTags: ['b', ' '], alerts: [{ category: null, mitreTechniques: 'T1' }] })).toEqual([
      'tag a',
      'tag b',
      'technique T1',
    ]);
  });

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { alerts: null },
    { alerts: [null, 3] },
    { alerts: [{ title: 5, entities: 'x' }] },
    { alerts: [{ entities: [{ ipAddress: 5, url: '' }] }] },
  ])('are none that make no sense: %j', (item) => {
    expect(contentOf(item).observables).toEqual([]);
  });

  it('are read from a body by place; one that cannot be read has none', () => {
    const contentAt = pageReader.contents(JSON.stringify({ value: [{}, { alerts: [{ title: 'Second' }] }] }));
    expect([contentAt(0).alertTitles, contentAt(1).alertTitles, contentAt(9).alertTitles]).toEqual([[], ['Second'], []]);
    expect(pageReader.contents('<html>')(0)).toEqual({ alertTitles: [], detectors: [], observables: [], facets: [] });
  });

  it('comes out whole, with the digits it came with', () => {
    const itemAt = pageReader.items('{"value":[{"a":1},{ "id": 12345678901234567890, "é": 1.50 }]}');
    expect(itemAt(1)).toBe('{"id":12345678901234567890,"é":1.50}');
    expect(itemAt(5)).toBe('null');
  });
});
