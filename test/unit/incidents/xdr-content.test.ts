import { describe, expect, it } from 'vitest';
import { incidentDetail } from '../../../contract/incident';
import { indentedPart } from '../../../main/incidents/json-text';
import { xdrContent } from '../../../main/incidents/xdr-content';

const content = incidentDetail.omit({ row: true, portalUrl: true, targetUnread: true });
const device = { mdatpDeviceId: 'd1', deviceDnsName: 'pc.contoso.com', osBuild: 14393, riskScore: 'High', aadDeviceId: null };
const INCIDENT = {
  incidentId: 5,
  incidentName: 'Name',
  createdTime: '2026-01-01T00:00:00Z',
  lastUpdateTime: '2026-01-01T00:00:00Z',
  tags: ['VIP', { odd: 1 }],
  comments: [
    { comment: 'hello', createdBy: 'ada@contoso.com', createdTime: '2026-01-02T00:00:00Z', mood: 'good' },
    'bare',
    { comment: 'late', createTime: '2026-01-03T00:00:00Z' },
  ],
  newThing: { deep: [1, { x: 'y' }] },
  alerts: [
    {
      alertId: 'a1',
      title: '<img src=x>',
      creationTime: '2026-01-01T00:00:00Z',
      firstActivity: '0001-01-01T00:00:00',
      mitreTechniques: ['T1059', 'T1566.001'],
      investigationState: 'Queued',
      resolvedTime: null,
      devices: [device],
      entities: [
        { entityType: 'Ip', ipAddress: '192.0.2.1', verdict: 'Suspicious', sha1: null },
        { entityType: 'QuantumLink', name: 'q-7', link: { from: 'a', to: 'b' } },
        'just text',
        null,
      ],
    },
    {
      alertId: 'a2',
      devices: [{ ...device, riskScore: 'Low' }],
      entities: [
        { entityType: 'Ip', ipAddress: '192.0.2.1', sha1: null, verdict: 'Suspicious' },
        { entityType: 'Registry', registryHive: 'HKLM', registryKey: 'Software\\Run' },
      ],
    },
  ],
};

describe('content of an incident', () => {
  const read = xdrContent(INCIDENT);

  it('repeats what the columns could not show in its place, and nothing else', () => {
    const long = 'x'.repeat(300);
    expect(xdrContent({ incidentId: long, redirectIncidentId: 0, incidentName: ' padded ', severity: 3, status: ['odd'] }).other).toEqual([
      { name: 'incidentId', value: long },
      { name: 'redirectIncidentId', value: '0' },
      { name: 'status', value: 'odd' },
    ]);
  });

  it('fits the contract', () => {
    expect(content.safeParse(read).error).toBeUndefined();
  });

  it('shows tags, comments and what no list of ours names', () => {
    expect(read.tags).toEqual(['VIP', '{"odd":1}']);
    expect(read.comments).toEqual([
      { text: 'hello', by: 'ada@contoso.com', at: Date.UTC(2026, 0, 2) },
      { text: 'bare', by: null, at: null },
      { text: 'late', by: null, at: Date.UTC(2026, 0, 3) },
    ]);
    expect(read.other).toEqual([
      { name: 'newThing', value: '{"deep":[1,{"x":"y"}]}' },
      { name: 'comments[0].mood', value: 'good' },
    ]);
  });

  it('leaves over what it cannot show in its place', () => {
    expect(read.alerts[0]).toMatchObject({
      alertId: 'a1',
      title: '<img src=x>',
      firstActivityAt: null,
      mitreTechniques: ['T1059', 'T1566.001'],
    });
    expect(read.alerts[0]?.other).toEqual([
      { name: 'firstActivity', value: '0001-01-01T00:00:00' },
      { name: 'investigationState', value: 'Queued' },
    ]);
  });

  it('shows known and unknown entities with every value they hold', () => {
    expect(read.alerts[0]?.entities).toEqual([
      {
        kind: 'Ip',
        known: true,
        title: '192.0.2.1',
        fields: [
          { name: 'ipAddress', value: '192.0.2.1' },
          { name: 'verdict', value: 'Suspicious' },
        ],
        observables: [{ kind: 'ip', value: '192.0.2.1' }],
      },
      {
        kind: 'QuantumLink',
        known: false,
        title: 'q-7',
        fields: [
          { name: 'name', value: 'q-7' },
          { name: 'link', value: '{"from":"a","to":"b"}' },
        ],
        observables: [{ kind: 'name', value: 'q-7' }],
      },
      { kind: '', known: false, title: 'just text', fields: [{ name: 'value', value: 'just text' }], observables: [] },
    ]);
    expect(read.alerts[1]?.entities[1]).toMatchObject({ known: true, title: 'HKLM\\Software\\Run' });
  });

  it('lists devices and entities of the whole incident once, without losing what differs', () => {
    expect(read.entities.map(({ title }) => title)).toEqual(['192.0.2.1', 'q-7', 'just text', 'HKLM\\Software\\Run']);
    expect(read.devices).toHaveLength(1);
    expect(read.devices[0]).toMatchObject({ id: 'd1', title: 'pc.contoso.com' });
    expect(read.devices[0]?.fields.filter(({ name }) => name === 'riskScore').map(({ value }) => value)).toEqual(['High', 'Low']);
  });

  it.each(['constructor', 'toString', '__proto__'])('shows an entity of the kind %s as any other that is not known', (entityType) => {
    const { entities } = xdrContent({ ...INCIDENT, alerts: [{ alertId: 'a', entities: [{ entityType, name: 'thing' }] }] });
    expect(entities).toMatchObject([{ kind: entityType, known: false, title: 'thing' }]);
  });

  it('bears every field in every wrong form', () => {
    const wrong: unknown[] = [null, 0, '', 'text', true, [], [null], [[1]], ['x'], {}, { a: { b: [1] } }];
    const [alert] = INCIDENT.alerts;
    for (const value of wrong) {
      expect(content.safeParse(xdrContent(value)).success).toBe(true);
      for (const name of Object.keys(INCIDENT)) expect(content.safeParse(xdrContent({ ...INCIDENT, [name]: value })).success).toBe(true);
      for (const name of Object.keys(alert ?? {}))
        expect(content.safeParse(xdrContent({ ...INCIDENT, alerts: [{ ...alert, [name]: value }] })).success).toBe(true);
    }
  });
});

describe('raw JSON text', () => {
  it('keeps every digit and the order of keys', () => {
    const text = indentedPart(
      '{"value":[{"b":9007199254740993,"a":1.50,"e":1e400,"t":"<b>"}]}',
      (page) => (page as { value: unknown[] }).value[0],
    );
    expect(text).toBe('{\n  "b": 9007199254740993,\n  "a": 1.50,\n  "e": 1e400,\n  "t": "<b>"\n}');
  });
});
