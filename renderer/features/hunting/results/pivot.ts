import type { HuntingColumn, HuntingRow } from '../../../../contract/hunting';
import type { IncidentKey } from '../../../../contract/ids';
import { type Observable, observableKey, observableValue } from '../../../../contract/observable';
import type { Result } from '../../../../contract/result';
import { call } from '../../../bridge/client';

/** Columns of hunting tables, and what kind of value of incidents they hold. */
const KINDS: Readonly<Record<string, Observable['kind']>> = {
  DeviceName: 'host',
  RemoteDeviceName: 'host',
  DeviceId: 'host',
  AccountUpn: 'user',
  AccountName: 'user',
  AccountSid: 'user',
  AccountObjectId: 'user',
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
  NetworkMessageId: 'message',
  InternetMessageId: 'message',
  ProcessCommandLine: 'command',
  RegistryKey: 'registry',
  RegistryValueName: 'registryValue',
  RegistryValueData: 'registryValue',
};

/** What of a row is worth finding in incidents of all customers, each value once. */
export function observablesOf(row: HuntingRow, columns: readonly HuntingColumn[]): Observable[] {
  const found = new Map<string, Observable>();
  for (const [index, { name }] of columns.entries()) {
    const kind = KINDS[name];
    const value = row.values[index];
    const one = kind && typeof value === 'string' ? { kind, value: observableValue(value) } : null;
    if (one && one.value !== '') found.set(observableKey(one), one);
  }
  return [...found.values()];
}

export function valueOf(row: HuntingRow, columns: readonly HuntingColumn[], name: string): string | null {
  const value = row.values[columns.findIndex((column) => column.name === name)];
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** The incident a row belongs to, of the row's own tenant and no other: by its ID, or the stored one that has its alert. */
export async function incidentOf(row: HuntingRow, columns: readonly HuntingColumn[]): Promise<Result<IncidentKey>> {
  const { tenantId } = row;
  const incidentId = valueOf(row, columns, 'IncidentId');
  const alertId = valueOf(row, columns, 'AlertId');
  if (incidentId !== null) {
    const found = await call('incidents.get', { tenantId, incidentId });
    if (found.ok) return { ok: true, value: { tenantId, incidentId } };
    if (alertId === null) return found;
  }
  return call('incidents.ofAlert', { tenantId, alertId: alertId ?? '' });
}
