import { describe, expect, it } from 'vitest';
import { graphColumns } from '../../../main/incidents/graph-columns';
import { graphContent } from '../../../main/incidents/graph-content';

const INCIDENT = {
  '@odata.type': '#microsoft.graph.security.incident',
  id: '2972395',
  incidentWebUrl: 'https://security.microsoft.com/incidents/2972395?tid=t',
  redirectIncidentId: null,
  tenantId: 't',
  displayName: 'Multi-stage incident',
  createdDateTime: '2021-08-13T08:43:35.5533333Z',
  lastUpdateDateTime: '2021-09-30T09:35:45.1133333Z',
  assignedTo: 'KaiC@contoso.onmicrosoft.com',
  classification: 'truePositive',
  determination: 'multiStagedAttack',
  status: 'active',
  severity: 'medium',
  customTags: ['Demo'],
  systemTags: ['Defender Experts'],
  comments: [
    { comment: 'old names', createdBy: 'a', createdTime: '2021-09-30T12:07:37.2756993Z' },
    {
      '@odata.type': '#microsoft.graph.security.alertComment',
      comment: 'schema',
      createdByDisplayName: 'b',
      createdDateTime: '2021-10-01T00:00:00Z',
    },
  ],
  alerts: [
    {
      id: 'da1',
      incidentId: '2972395',
      status: 'new',
      severity: 'low',
      serviceSource: 'microsoftDefenderForEndpoint',
      detectionSource: 'antivirus',
      title: 'Suspicious execution',
      category: 'DefenseEvasion',
      createdDateTime: '2021-08-13T08:43:30Z',
      firstActivityDateTime: '2021-08-13T08:00:00Z',
      mitreTechniques: ['T1564.001'],
      recommendedActions: 'Look closer.',
      evidence: [
        { '@odata.type': '#microsoft.graph.security.deviceEvidence', mdeDeviceId: '73', deviceDnsName: 'tempDns' },
        { '@odata.type': '#microsoft.graph.security.ipEvidence', ipAddress: '192.0.2.1' },
      ],
    },
  ],
};

describe('an incident of Graph', () => {
  it('has the same columns as on the other surface', () => {
    expect(graphColumns(INCIDENT, 4)).toEqual({
      incidentId: '2972395',
      name: 'Multi-stage incident',
      severity: 'medium',
      status: 'active',
      assignedTo: 'KaiC@contoso.onmicrosoft.com',
      classification: 'truePositive',
      determination: 'multiStagedAttack',
      alertCount: 1,
      createdAt: Date.UTC(2021, 7, 13, 8, 43, 35, 553),
      updatedAt: Date.UTC(2021, 8, 30, 9, 35, 45, 113),
      redirectIncidentId: null,
      tags: '["Demo"]',
      commentCount: 2,
      rawIndex: 4,
    });
  });

  it('takes missing times from its alerts', () => {
    const { createdDateTime: _created, lastUpdateDateTime: _updated, ...timeless } = INCIDENT;
    expect(graphColumns(timeless, 0)).toMatchObject({
      createdAt: Date.UTC(2021, 7, 13, 8, 43, 30),
      updatedAt: Date.UTC(2021, 7, 13, 8, 43, 30),
    });
  });

  it('becomes the model both surfaces share', () => {
    const content = graphContent(INCIDENT);
    expect(content.tags).toEqual(['Demo', 'Defender Experts']);
    expect(content.comments).toEqual([
      { text: 'old names', by: 'a', at: Date.UTC(2021, 8, 30, 12, 7, 37, 275) },
      { text: 'schema', by: 'b', at: Date.UTC(2021, 9, 1) },
    ]);
    expect(content.devices).toMatchObject([{ title: 'tempDns', id: '73' }]);
    expect(content.entities).toMatchObject([{ kind: 'Ip', title: '192.0.2.1' }]);
    expect(content.alerts).toMatchObject([
      {
        alertId: 'da1',
        title: 'Suspicious execution',
        severity: 'low',
        firstActivityAt: Date.UTC(2021, 7, 13, 8),
        mitreTechniques: ['T1564.001'],
      },
    ]);
    expect(content.alerts[0]?.other).toContainEqual({ name: 'recommendedActions', value: 'Look closer.' });
  });

  it('keeps what has no place of its own', () => {
    const names = graphContent({ ...INCIDENT, priorityScore: 7, redirectIncidentId: 'weird value' }).other.map(({ name }) => name);
    expect(names).toContain('priorityScore');
    expect(names).toContain('incidentWebUrl');
    expect(names).not.toContain('displayName');
  });

  it.each([null, 'x', 5, [], {}, { alerts: null, comments: 'one' }, { alerts: [null, 'x', { evidence: [null, 'y'] }] }])(
    'of any form (%j) is read without an error',
    (item) => {
      expect(graphColumns(item, 0).incidentId).not.toBe('');
      expect(graphContent(item).alerts.length).toBe(graphColumns(item, 0).alertCount);
    },
  );
});
