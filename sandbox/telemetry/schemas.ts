import type { Column, KqlType } from '../kql/values';

/** `Name type, …` as columns; a name alone is a string. */
function columns(written: string): readonly Column[] {
  return written.split(',').map((entry) => {
    const [name = '', type = 'string'] = entry.trim().split(/\s+/);
    return { name, type: type as KqlType };
  });
}

const DEVICE = 'Timestamp datetime, DeviceId, DeviceName, ActionType';
const INITIATOR = 'InitiatingProcessFileName, InitiatingProcessCommandLine, InitiatingProcessId long, InitiatingProcessAccountName';

/** Some of the documented tables of advanced hunting with some of their columns ("Understand the advanced hunting schema", Microsoft Learn). */
export const SCHEMAS: Readonly<Record<string, readonly Column[]>> = {
  DeviceProcessEvents: columns(
    `${DEVICE}, FileName, FolderPath, SHA1, SHA256, FileSize long, ProcessId long, ProcessCommandLine, AccountDomain, AccountName, AccountSid, AccountUpn, ${INITIATOR}, ReportId long`,
  ),
  DeviceNetworkEvents: columns(
    `${DEVICE}, RemoteIP, RemotePort int, RemoteUrl, LocalIP, LocalPort int, Protocol, ${INITIATOR}, ReportId long`,
  ),
  DeviceLogonEvents: columns(
    `${DEVICE}, LogonType, AccountDomain, AccountName, AccountSid, RemoteIP, RemoteDeviceName, IsLocalAdmin bool, FailureReason, ReportId long`,
  ),
  DeviceFileEvents: columns(`${DEVICE}, FileName, FolderPath, SHA1, SHA256, FileSize long, ${INITIATOR}, ReportId long`),
  DeviceInfo: columns(
    'Timestamp datetime, DeviceId, DeviceName, OSPlatform, OSVersion, OSBuild long, PublicIP, IsAzureADJoined bool, LoggedOnUsers dynamic, MachineGroup, OnboardingStatus, SensorHealthState, ExposureLevel, ReportId long',
  ),
  IdentityLogonEvents: columns(
    'Timestamp datetime, ActionType, Application, LogonType, Protocol, FailureReason, AccountName, AccountDomain, AccountUpn, AccountObjectId, AccountDisplayName, DeviceName, IPAddress, Location, ReportId',
  ),
  IdentityInfo: columns(
    'Timestamp datetime, AccountObjectId, AccountUpn, AccountName, AccountDomain, AccountDisplayName, Department, JobTitle, IsAccountEnabled bool',
  ),
  EmailEvents: columns(
    'Timestamp datetime, NetworkMessageId, SenderFromAddress, SenderFromDomain, SenderIPv4, RecipientEmailAddress, Subject, EmailDirection, DeliveryAction, DeliveryLocation, ThreatTypes, UrlCount int, AttachmentCount int, ReportId',
  ),
  EmailUrlInfo: columns('Timestamp datetime, NetworkMessageId, Url, UrlDomain, ReportId'),
  AlertInfo: columns('Timestamp datetime, AlertId, Title, Category, Severity, ServiceSource, DetectionSource, AttackTechniques'),
  AlertEvidence: columns(
    'Timestamp datetime, AlertId, Title, Categories, ServiceSource, EntityType, EvidenceRole, FileName, FolderPath, SHA1, SHA256, RemoteIP, RemoteUrl, AccountName, AccountDomain, AccountUpn, AccountObjectId, DeviceId, DeviceName, ProcessCommandLine',
  ),
};
