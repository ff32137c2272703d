import { describe, expect, it } from 'vitest';
import { graphDevice, graphEntity, isDevice } from '../../../main/incidents/graph-evidence';

const evidence = (kind: string, fields: object) => ({
  '@odata.type': `#microsoft.graph.security.${kind}Evidence`,
  verdict: 'suspicious',
  ...fields,
});

describe('evidence that Defender XDR has too', () => {
  it.each<[string, object, string, string]>([
    ['user', { userAccount: { userPrincipalName: 'a@b.example', accountName: 'a' } }, 'User', 'a@b.example'],
    ['user', { userAccount: { userPrincipalName: null, accountName: 'a' } }, 'User', 'a'],
    ['ip', { ipAddress: '192.0.2.1' }, 'Ip', '192.0.2.1'],
    ['url', { url: 'https://x.example/' }, 'Url', 'https://x.example/'],
    ['file', { fileDetails: { fileName: 'a.exe', sha1: 'f00' } }, 'File', 'a.exe'],
    ['file', { fileDetails: { fileName: null, sha1: 'f00' } }, 'File', 'f00'],
    ['process', { imageFile: { fileName: 'cmd.exe' }, processId: 4 }, 'Process', 'cmd.exe'],
    ['process', { imageFile: null, processCommandLine: 'cmd /c dir' }, 'Process', 'cmd /c dir'],
    ['mailbox', { displayName: 'Box', primaryAddress: 'box@b.example' }, 'MailBox', 'Box'],
    ['analyzedMessage', { subject: 'Hello', p2Sender: { emailAddress: 's@b.example' } }, 'MailMessage', 'Hello'],
    ['analyzedMessage', { subject: '', p2Sender: { emailAddress: 's@b.example' } }, 'MailMessage', 's@b.example'],
    ['mailCluster', { clusterBy: 'Subject' }, 'MailCluster', 'Subject'],
    ['registryKey', { registryHive: 'HKCU', registryKey: 'Run' }, 'Registry', 'HKCU\\Run'],
    ['registryValue', { registryHive: 'HKCU', registryKey: 'Run', registryValue: 'x' }, 'Registry', 'HKCU\\Run'],
    ['securityGroup', { displayName: 'Domain Admins' }, 'SecurityGroup', 'Domain Admins'],
  ])('%s %j is shown as %s "%s"', (kind, fields, shown, title) => {
    expect(graphEntity(evidence(kind, fields))).toMatchObject({ kind: shown, known: true, title });
  });

  it('whatever the case of its type', () => {
    expect(graphEntity({ '@odata.type': 'microsoft.graph.security.IpEvidence', ipAddress: '::1' })).toMatchObject({
      kind: 'Ip',
      known: true,
    });
  });
});

describe('other evidence', () => {
  it.each<[string, object, string, string]>([
    ['kubernetesPod', { name: 'web-1' }, 'kubernetesPod', 'web-1'],
    ['oauthApplication', { appId: '1', displayName: 'Mailer' }, 'oauthApplication', 'Mailer'],
    ['azureResource', { resourceId: '/subscriptions/1', resourceType: 'vm' }, 'azureResource', '/subscriptions/1'],
    ['teamsMessage', { thread: { deep: { name: 'General' } } }, 'teamsMessage', 'General'],
    ['quantumLink', {}, 'quantumLink', 'quantumLink'],
  ])('%s is generic but readable', (kind, fields, shown, title) => {
    const entity = graphEntity(evidence(kind, fields));
    expect(entity).toMatchObject({ kind: shown, known: false, title });
    expect(entity.fields).toContainEqual({ name: 'verdict', value: 'suspicious' });
  });

  it.each([null, 'text', 7, [1], {}, { '@odata.type': 5 }, { '@odata.type': 'Evidence' }])('%j does not break anything', (item) => {
    expect(graphEntity(item).known).toBe(false);
  });
});

describe('a device', () => {
  const device = evidence('device', {
    mdeDeviceId: 'd1',
    deviceDnsName: 'ws-1.corp.example',
    osBuild: 22424,
    vmMetadata: { vmId: 'v', cloudProvider: 'azure' },
    loggedOnUsers: [{ accountName: 'a', domainName: 'b' }],
    ipInterfaces: ['192.0.2.1', '192.0.2.2'],
    rbacGroupName: null,
  });

  it('has a list of its own', () => {
    expect(isDevice(device)).toBe(true);
    expect(isDevice(evidence('user', {}))).toBe(false);
    expect(graphDevice(device)).toMatchObject({ title: 'ws-1.corp.example', id: 'd1' });
  });

  it('shows every value, nested ones by their path', () => {
    const { fields } = graphDevice(device);
    expect(fields).toContainEqual({ name: 'osBuild', value: '22424' });
    expect(fields).toContainEqual({ name: 'vmMetadata.vmId', value: 'v' });
    expect(fields).toContainEqual({ name: 'loggedOnUsers', value: '[{"accountName":"a","domainName":"b"}]' });
    expect(fields).toContainEqual({ name: 'ipInterfaces', value: '192.0.2.1, 192.0.2.2' });
    expect(fields.map(({ name }) => name)).not.toContain('rbacGroupName');
  });

  it('is named by its id where nothing else is known', () => {
    expect(graphDevice(evidence('device', { azureAdDeviceId: 'aad' }))).toMatchObject({ title: 'aad', id: 'aad' });
  });
});

it('Evidence of a kind no list names is not known, whatever it is called', () => {
  expect(graphEntity({ '@odata.type': '#microsoft.graph.security.constructor', name: 'thing' })).toMatchObject({
    kind: 'constructor',
    known: false,
    title: 'thing',
  });
});
