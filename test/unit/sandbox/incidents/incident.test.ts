import { describe, expect, it } from 'vitest';
import { customerTenant } from '../../../../sandbox/directory/tenants';
import { incidentIdAt, outline } from '../../../../sandbox/incidents/header';
import { incident } from '../../../../sandbox/incidents/incident';
import { sortableInstant } from '../../../../sandbox/incidents/sortable-instant';

const ANCHOR = Date.UTC(2026, 0, 15, 12);
const COUNT = 1_200;
const tenant = customerTenant(1, 0, COUNT);
const all = Array.from({ length: COUNT }, (_, index) => incident(tenant, ANCHOR, index));

interface Made {
  createdTime: string;
  lastUpdateTime: string;
  status: string;
  severity: string;
  classification: string;
  alerts: { devices: Record<string, unknown>[]; entities: Record<string, unknown>[]; mitreTechniques: string[] }[];
}
const made = all as unknown as Made[];
const entities = made.flatMap((one) => one.alerts).flatMap((alert) => alert.entities);

describe('incidents', () => {
  it('depend on seed, tenant and index alone', () => {
    expect(incident(customerTenant(1, 0, COUNT), ANCHOR, 17)).toEqual(all[17]);
    expect(incident(customerTenant(2, 0, COUNT), ANCHOR, 17)).not.toEqual(all[17]);
    expect(incident(customerTenant(1, 1, COUNT), ANCHOR, 17)).not.toEqual(all[17]);
  });

  it('come newest first, some in the same tick, none after the anchor', () => {
    const created = made.map((one) => sortableInstant(one.createdTime) ?? '');
    expect(created).toEqual([...created].sort().reverse());
    expect(created.length - new Set(created).size).toBeGreaterThan(50);
    expect(
      made.every((one) => Date.parse(one.lastUpdateTime) <= ANCHOR && Date.parse(one.lastUpdateTime) >= Date.parse(one.createdTime)),
    ).toBe(true);
  });

  it('have IDs that are unique in a tenant and occur again in others', () => {
    const ids = new Set(all.map((one) => one.incidentId));
    expect(ids.size).toBe(COUNT);
    const neighbour = customerTenant(1, 4, COUNT);
    expect(Array.from({ length: COUNT }, (_, index) => incidentIdAt(neighbour, index)).some((id) => ids.has(id))).toBe(true);
  });

  it('carry seven digits of a second where they do not end in zeros', () => {
    const digits = made.map((one) => one.createdTime.split('.')[1]?.length ?? 1);
    expect(Math.max(...digits)).toBe(8);
    expect(Math.min(...digits)).toBeLessThan(8);
  });

  it('show every status, severity and classification', () => {
    expect(new Set(made.map((one) => one.status))).toEqual(new Set(['Active', 'InProgress', 'Resolved', 'Redirected']));
    expect(new Set(made.map((one) => one.severity))).toEqual(new Set(['UnSpecified', 'Informational', 'Low', 'Medium', 'High']));
    expect(new Set(made.map((one) => one.classification))).toEqual(
      new Set(['Unknown', 'TruePositive', 'FalsePositive', 'InformationalExpectedActivity']),
    );
  });

  it('name entities of every kind, each with every key', () => {
    const kinds = ['File', 'Ip', 'MailBox', 'MailCluster', 'MailMessage', 'Process', 'Registry', 'SecurityGroup', 'Url', 'User'];
    expect(new Set(entities.map((entity) => entity.entityType))).toEqual(new Set(kinds));
    expect(new Set(entities.map((entity) => Object.keys(entity).join()))).toHaveLength(1);
    expect(Object.keys(entities[0] ?? {})).toHaveLength(31);
  });

  it('have one to six alerts, with devices and techniques', () => {
    const alerts = made.map((one) => one.alerts.length);
    expect([Math.min(...alerts), Math.max(...alerts)]).toEqual([1, 6]);
    expect(made.some((one) => one.alerts.some((alert) => alert.devices.length > 0))).toBe(true);
    expect(made.some((one) => one.alerts.some((alert) => alert.mitreTechniques.length > 1))).toBe(true);
  });

  it('are as heavy as real ones: four to six kilobytes on average', () => {
    const average = JSON.stringify(all).length / COUNT;
    expect(average).toBeGreaterThan(4_000);
    expect(average).toBeLessThan(6_000);
  });

  it('agree with the header they are filtered by', () => {
    for (const index of [0, 5, 100, 999]) expect(all[index]).toMatchObject({ ...pick(outline(tenant, ANCHOR, index)) });
  });
});

function pick({ incidentId, createdTime, lastUpdateTime, status, assignedTo, severity }: ReturnType<typeof outline>) {
  return { incidentId, createdTime, lastUpdateTime, status, assignedTo, severity };
}
