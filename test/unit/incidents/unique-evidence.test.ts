import { describe, expect, it } from 'vitest';
import { graphContent } from '../../../main/incidents/graph-content';
import { xdrContent } from '../../../main/incidents/xdr-content';

const evidence = (kind: string, at: number, fields: object) => ({
  '@odata.type': `#microsoft.graph.security.${kind}Evidence`,
  createdDateTime: `2026-01-01T00:0${at}:00Z`,
  verdict: at === 0 ? 'unknown' : 'malicious',
  remediationStatus: 'none',
  roles: [],
  ...fields,
});
const alert = (at: number) => ({
  id: `a${at}`,
  evidence: [
    evidence('user', at, { userAccount: { accountName: 'bo' } }),
    evidence('process', at, { processId: 42, imageFile: { fileName: 'x.exe' }, detectionStatus: at === 0 ? 'detected' : 'blocked' }),
    evidence('dns', at, { domainName: 'evil.example', hostIpAddress: evidence('ip', at, { ipAddress: '192.0.2.1' }) }),
    evidence('device', at, { deviceDnsName: 'pc-1' }),
  ],
});

describe('what several alerts of Graph say of one thing', () => {
  const read = graphContent({ id: '1', alerts: [alert(0), alert(1), alert(2)] });

  it('is one entity, with what differs side by side', () => {
    expect(read.entities.map(({ kind }) => kind)).toEqual(['User', 'Process', 'dns']);
    const valuesOf = (name: string) => read.entities[1]?.fields.filter((field) => field.name === name).map(({ value }) => value);
    expect(valuesOf('verdict')).toEqual(['unknown', 'malicious']);
    expect(valuesOf('detectionStatus')).toEqual(['detected', 'blocked']);
    expect(valuesOf('processId')).toEqual(['42']);
    expect(read.entities[1]?.observables).toEqual([{ kind: 'file', value: 'x.exe' }]);
  });

  it('is one device, also without an ID', () => {
    expect(read.devices.map(({ title }) => title)).toEqual(['pc-1']);
  });
});

it('is several things where they differ in more than what an alert says', () => {
  const user = (userSid: string, verdict: string) => ({ entityType: 'User', accountName: 'bo', userSid, verdict });
  const { entities } = xdrContent({
    alerts: [{ entities: [user('s-1', 'Malicious'), user('s-2', 'Malicious'), user('s-1', 'Suspicious')] }],
  });
  expect(entities.map(({ observables }) => observables.map(({ value }) => value))).toEqual([
    ['bo', 's-1'],
    ['bo', 's-2'],
  ]);
});
