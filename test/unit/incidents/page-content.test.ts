import { describe, expect, it } from 'vitest';
import { graphEntity } from '../../../main/incidents/graph-evidence';
import { contentOf, pageReader } from '../../../main/incidents/page-content';

const values = (item: unknown) => contentOf(item).observables.map(({ kind, value }) => `${kind} ${value}`);

describe('an item of a stored page', () => {
  it('is the one at its place, whatever stands before it', () => {
    const item = pageReader.items('{"value":[null,{"incidentId":1.50},null,{"incidentId":2}]}');
    expect([item(0), item(1), item(2), item(3), item(4)]).toEqual(['null', '{"incidentId":1.50}', 'null', '{"incidentId":2}', 'null']);
  });
});

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
      'host x',
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

  const evidence = (kind: string, fields: object) => ({ '@odata.type': `#microsoft.graph.security.${kind}Evidence`, ...fields });

  it.each<[string, object, string[]]>([
    [
      'a DNS name',
      evidence('dns', { domainName: 'evil.example', hostIpAddress: { ipAddress: '192.0.2.1' } }),
      ['domain evil.example', 'ip 192.0.2.1'],
    ],
    ['not the directory of a user', evidence('user', { userAccount: { domainName: 'CONTOSO', accountName: 'bo' } }), ['user bo']],
    ['a hash alone', evidence('fileHash', { algorithm: 'sha256', value: 'aa' }), ['hash aa']],
    ['not any value', evidence('thing', { value: 'aa' }), []],
    ['a user by IDs', evidence('user', { userAccount: { userSid: 'S-1-5-21', azureAdUserId: 'f-1' } }), ['user S-1-5-21', 'user f-1']],
    [
      '… of Defender XDR',
      { entityType: 'User', userSid: 'S-1-5-21', aadUserId: 'f-1', domainName: 'CONTOSO' },
      ['user S-1-5-21', 'user f-1'],
    ],
    ['a mailbox by its user', evidence('mailbox', { upn: 'bo@contoso.com' }), ['user bo@contoso.com']],
    ['a network card', evidence('nic', { macAddress: '00:11', ipAddress: { ipAddress: '192.0.2.1' } }), ['host 00:11', 'ip 192.0.2.1']],
    [
      'a registry value',
      evidence('registryValue', { registryKey: 'Run', registryValueName: 'upd', registryValue: 'c:\\x.exe' }),
      ['registry Run', 'registryValue upd', 'registryValue c:\\x.exe'],
    ],
    ['a folder', { entityType: 'File', filePath: 'C:\\evil' }, ['path C:\\evil']],
    [
      'a device by IDs and all its addresses',
      evidence('device', { mdeDeviceId: 'd1', azureAdDeviceId: 'a1', ipInterfaces: ['192.0.2.1', '192.0.2.2'], roles: ['compromised'] }),
      ['host d1', 'host a1', 'ip 192.0.2.1', 'ip 192.0.2.2'],
    ],
    [
      'a mail by IDs, with its links',
      evidence('analyzedMessage', {
        networkMessageId: 'n-1',
        internetMessageId: '<i@x>',
        urls: ['https://a.example', 'https://b.example'],
      }),
      ['message n-1', 'message <i@x>', 'url https://a.example', 'url https://b.example'],
    ],
    ['a cluster of mails', evidence('mailCluster', { networkMessageIds: ['n-1', 'n-2'] }), ['message n-1', 'message n-2']],
    ['fields named like parts of the language', { entityType: 'Any', constructor: 'x', toString: 'y' }, []],
  ])('are those of %s', (_what, entity, found) => {
    expect(values({ alerts: [{ title: 'T', evidence: [entity] }] })).toEqual(found);
    expect(graphEntity(entity).observables.map(({ kind, value }) => `${kind} ${value}`)).toEqual(found);
  });

  it.each<[string, object, string[]]>([
    ['in a folder of Windows', { fileName: 'CMD.exe', filePath: 'C:\\Windows\\System32', sha1: 'aa', sha256: 'bb' }, ['aa', 'bb']],
    ['with its name in the path', { fileName: 'cmd.exe', filePath: 'c:\\windows\\syswow64\\cmd.exe', sha1: 'aa' }, ['aa']],
    ['of Graph', { imageFile: { fileName: 'explorer.exe', filePath: 'C:\\Windows\\', sha256: 'bb' } }, ['bb']],
    ['among programs', { fileName: 'chrome.exe', filePath: 'C:\\Program Files\\Google\\Chrome\\Application', sha1: 'aa' }, ['aa']],
    ['without a folder', { fileName: 'cmd.exe', sha1: 'aa' }, ['aa']],
    ['not where anybody can write', { fileName: 'cmd.exe', filePath: 'C:\\Windows\\Temp', sha1: 'aa' }, []],
    ['not in a folder called so', { fileName: 'cmd.exe', filePath: 'C:\\Users\\x\\Windows\\System32', sha1: 'aa' }, []],
    ['not of another name', { fileName: 'evil.exe', filePath: 'C:\\Windows\\System32', sha1: 'aa' }, []],
  ])('knows hashes of programs everybody has: %s', (_what, entity, found) => {
    expect(contentOf({ alerts: [{ entities: [entity] }] }).everydayHashes).toEqual(found);
    expect(contentOf({ alerts: [{ evidence: [entity] }] }).everydayHashes).toEqual(found);
  });

  it('are the beginnings of long values', () => {
    const [command] = contentOf({ alerts: [{ entities: [{ processCommandLine: `powershell ${'A'.repeat(5_000)}` }] }] }).observables;
    expect(command).toEqual({ kind: 'command', value: `powershell ${'A'.repeat(1_989)}` });
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
    expect(pageReader.contents('<html>')(0)).toEqual({ everydayHashes: [], alertTitles: [], detectors: [], observables: [], facets: [] });
  });

  it('comes out whole, with the digits it came with', () => {
    const itemAt = pageReader.items('{"value":[{"a":1},{ "id": 12345678901234567890, "é": 1.50 }]}');
    expect(itemAt(1)).toBe('{"id":12345678901234567890,"é":1.50}');
    expect(itemAt(5)).toBe('null');
  });
});
