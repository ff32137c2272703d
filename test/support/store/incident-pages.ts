import { gzipSync } from 'node:zlib';
import type { IncidentPageWrite } from '../../../main/store/page-port';
import type { IncidentColumns } from '../../../main/store/store-port';

export const TENANT_A = '11111111-1111-4111-8111-111111111111';
export const TENANT_B = '22222222-2222-4222-8222-222222222222';

export function tenant(tenantId: string, displayName: string) {
  return { tenantId, displayName, domain: null, addedAt: 1 };
}

export function incident(incidentId: string, fields: Partial<IncidentColumns> = {}): IncidentColumns {
  return {
    incidentId,
    name: `Incident ${incidentId}`,
    severity: 'Medium',
    status: 'Active',
    assignedTo: null,
    classification: null,
    determination: null,
    alertCount: 1,
    createdAt: 1_000,
    updatedAt: 2_000,
    redirectIncidentId: null,
    tags: '[]',
    commentCount: 0,
    rawIndex: 0,
    ...fields,
  };
}

export function page(
  tenantId: string,
  rows: IncidentColumns[],
  fields: Partial<IncidentPageWrite> & { body?: string } = {},
): IncidentPageWrite {
  const { body = JSON.stringify({ value: rows }), ...others } = fields;
  return { tenantId, surface: 'xdr', readAt: 5_000, raw: { encoding: 'gzip', bytes: new Uint8Array(gzipSync(body)) }, rows, ...others };
}
