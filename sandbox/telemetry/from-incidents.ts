import type { SandboxIncident } from '../types';
import { timeOf, type Value } from '../kql/values';
import type { TelemetryEvent } from './event';

type Record_ = Readonly<Record<string, unknown>>;

const recordsOf = (value: unknown): Record_[] =>
  Array.isArray(value) ? value.filter((one): one is Record_ => typeof one === 'object' && one !== null) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const SERVICES: Readonly<Record<string, string>> = {
  MicrosoftDefenderATP: 'Microsoft Defender for Endpoint',
  OfficeATP: 'Microsoft Defender for Office 365',
  AzureATP: 'Microsoft Defender for Identity',
  AadIdentityProtection: 'AAD Identity Protection',
  MicrosoftCloudAppSecurity: 'Microsoft Defender for Cloud Apps',
};

/** What lies behind an incident: its alerts with their evidence, and the events that set them off. */
export function eventsOf(incident: SandboxIncident): TelemetryEvent[] {
  return recordsOf(incident.alerts).flatMap((alert) => {
    const at = timeOf(text(alert.creationTime));
    if (at === null) return [];
    const service = SERVICES[text(alert.serviceSource)] ?? text(alert.serviceSource);
    const [device] = recordsOf(alert.devices);
    const info: TelemetryEvent = {
      table: 'AlertInfo',
      at,
      values: {
        AlertId: text(alert.alertId),
        Title: text(alert.title),
        Category: text(alert.category),
        Severity: text(alert.severity),
        ServiceSource: service,
        DetectionSource: text(alert.detectionSource),
        AttackTechniques: JSON.stringify(alert.mitreTechniques ?? []),
      },
    };
    return [
      info,
      ...recordsOf(alert.entities).flatMap((entity) => [evidence(alert, service, entity, device, at), ...telemetry(entity, device, at)]),
    ];
  });
}

const named = (device: Record_ | undefined): Record<string, Value> => ({
  DeviceId: text(device?.mdatpDeviceId),
  DeviceName: text(device?.deviceDnsName),
});

function evidence(alert: Record_, service: string, entity: Record_, device: Record_ | undefined, at: number): TelemetryEvent {
  return {
    table: 'AlertEvidence',
    at,
    values: {
      AlertId: text(alert.alertId),
      Title: text(alert.title),
      Categories: JSON.stringify([alert.category]),
      ServiceSource: service,
      EntityType: text(entity.entityType),
      EvidenceRole: 'Related',
      FileName: text(entity.fileName),
      FolderPath: text(entity.filePath),
      SHA1: text(entity.sha1),
      SHA256: text(entity.sha256),
      RemoteIP: text(entity.ipAddress),
      RemoteUrl: text(entity.url),
      AccountName: text(entity.accountName),
      AccountDomain: text(entity.domainName),
      AccountUpn: text(entity.userPrincipalName),
      AccountObjectId: text(entity.aadUserId),
      ...named(device),
      ProcessCommandLine: text(entity.processCommandLine),
    },
  };
}

function telemetry(entity: Record_, device: Record_ | undefined, alertAt: number): TelemetryEvent[] {
  const file = { FileName: text(entity.fileName), FolderPath: text(entity.filePath), SHA1: text(entity.sha1), SHA256: text(entity.sha256) };
  const at = alertAt - 45_000_000;
  switch (entity.entityType) {
    case 'Process':
      return [
        {
          table: 'DeviceProcessEvents',
          at,
          values: {
            ...named(device),
            ActionType: 'ProcessCreated',
            ...file,
            ProcessId: Number(entity.processId),
            ProcessCommandLine: text(entity.processCommandLine),
            InitiatingProcessFileName: 'explorer.exe',
          },
        },
      ];
    case 'File':
      return [
        {
          table: 'DeviceFileEvents',
          at,
          values: { ...named(device), ActionType: 'FileCreated', ...file, InitiatingProcessFileName: 'explorer.exe' },
        },
      ];
    case 'Ip':
      return [
        {
          table: 'DeviceNetworkEvents',
          at,
          values: { ...named(device), ActionType: 'ConnectionSuccess', RemoteIP: text(entity.ipAddress), RemotePort: 443, Protocol: 'Tcp' },
        },
      ];
    case 'User':
      return [
        {
          table: 'IdentityLogonEvents',
          at,
          values: {
            ActionType: 'LogonSuccess',
            AccountName: text(entity.accountName),
            AccountDomain: text(entity.domainName),
            AccountUpn: text(entity.userPrincipalName),
            AccountObjectId: text(entity.aadUserId),
          },
        },
      ];
    case 'MailMessage':
      return [
        {
          table: 'EmailEvents',
          at,
          values: {
            SenderFromAddress: text(entity.sender),
            SenderFromDomain: text(entity.sender).split('@')[1] ?? '',
            RecipientEmailAddress: text(entity.recipient),
            Subject: text(entity.subject),
            DeliveryAction: text(entity.deliveryAction),
            EmailDirection: 'Inbound',
            ThreatTypes: 'Phish',
          },
        },
      ];
    default:
      return [];
  }
}
