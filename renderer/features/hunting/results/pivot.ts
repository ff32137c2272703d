import type { HuntingColumn, HuntingRow } from '../../../../contract/hunting';
import type { IncidentKey } from '../../../../contract/ids';
import type { Field } from '../../../../contract/incident';
import type { Observable } from '../../../../contract/observable';
import { call } from '../../../bridge/client';

/** Columns of hunting tables, and what kind of value of incidents they hold. */
const KINDS: Readonly<Record<string, Observable['kind']>> = {
  DeviceName: 'host',
  RemoteDeviceName: 'host',
  AccountUpn: 'user',
  AccountName: 'user',
  InitiatingProcessAccountUpn: 'user',
  RemoteIP: 'ip',
  LocalIP: 'ip',
  IPAddress: 'ip',
  SenderIPv4: 'ip',
  PublicIP: 'ip',
  Url: 'url',
  RemoteUrl: 'url',
  SHA1: 'hash',
  SHA256: 'hash',
  MD5: 'hash',
  InitiatingProcessSHA1: 'hash',
  FileName: 'file',
  SenderFromAddress: 'sender',
  RecipientEmailAddress: 'mailbox',
  Subject: 'subject',
  ProcessCommandLine: 'command',
  RegistryKey: 'registry',
};

/** Fields of the incident model with the same kinds, as that is what "seen in" asks with. */
const FIELDS: Readonly<Record<string, string>> = {
  host: 'deviceDnsName',
  user: 'userPrincipalName',
  ip: 'ipAddress',
  url: 'url',
  hash: 'sha1',
  file: 'fileName',
  sender: 'sender',
  mailbox: 'mailboxAddress',
  subject: 'subject',
  command: 'processCommandLine',
  registry: 'registryKey',
};

/** What of a row is worth finding in incidents of all customers. */
export function fieldsOf(row: HuntingRow, columns: readonly HuntingColumn[]): Field[] {
  return columns.flatMap(({ name }, index) => {
    const value = row.values[index];
    const kind = KINDS[name];
    const field = kind && FIELDS[kind];
    return field && typeof value === 'string' && value !== '' ? { name: field, value } : [];
  });
}

export function valueOf(row: HuntingRow, columns: readonly HuntingColumn[], name: string): string | null {
  const value = row.values[columns.findIndex((column) => column.name === name)];
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** How many incidents of the row's tenant are looked into for an alert. */
const CANDIDATES = 40;

/** The incident a row belongs to, of the row's own tenant and no other: by its ID, or the stored one that has its alert. Null: none is stored. */
export async function incidentOf(row: HuntingRow, columns: readonly HuntingColumn[]): Promise<IncidentKey | null> {
  const { tenantId } = row;
  const incidentId = valueOf(row, columns, 'IncidentId');
  if (incidentId !== null) return (await call('incidents.get', { tenantId, incidentId })).ok ? { tenantId, incidentId } : null;
  const alertId = valueOf(row, columns, 'AlertId');
  if (alertId === null) return null;
  const title = valueOf(row, columns, 'Title');
  for (const text of title === null ? [''] : [title, '']) {
    const found = await call('incidents.list', {
      tenantId,
      ...(text === '' ? {} : { text: text.slice(0, 200) }),
      sort: 'updatedAt',
      descending: true,
      offset: 0,
      limit: CANDIDATES,
    });
    if (!found.ok) return null;
    for (const candidate of found.value.rows) {
      const key = { tenantId: candidate.tenantId, incidentId: candidate.incidentId };
      const detail = key.tenantId === tenantId ? await call('incidents.get', key) : null;
      if (detail?.ok && detail.value.alerts.some((alert) => alert.alertId === alertId)) return key;
    }
  }
  return null;
}
