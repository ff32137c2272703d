import { type Spelling, textOf } from './spelling';

type Json = Readonly<Record<string, unknown>>;
type Made = Record<string, unknown>;

const TYPE = '#microsoft.graph.security.';

/** What every kind of evidence has. */
function base(kind: string, createdDateTime: unknown, spelling: Spelling): Made {
  return {
    '@odata.type': `${TYPE}${kind}Evidence`,
    createdDateTime,
    verdict: spelling.member('unknown'),
    remediationStatus: spelling.member('none'),
    remediationStatusDetails: null,
    roles: [],
    detailedRoles: [],
    tags: [],
  };
}

export function deviceEvidence(device: Json, at: unknown, spelling: Spelling): Made {
  const dns = typeof device.deviceDnsName === 'string' ? device.deviceDnsName : null;
  return {
    ...base('device', at, spelling),
    mdeDeviceId: device.mdatpDeviceId ?? null,
    azureAdDeviceId: device.aadDeviceId ?? null,
    deviceDnsName: dns,
    hostName: dns?.split('.')[0] ?? null,
    osPlatform: device.osPlatform ?? null,
    osBuild: device.osBuild ?? null,
    version: device.version ?? null,
    healthStatus: spelling.member(device.healthStatus ?? 'unknown'),
    riskScore: spelling.member(device.riskScore ?? 'none'),
    onboardingStatus: spelling.member('onboarded'),
    rbacGroupId: device.rbacGroupId ?? null,
    rbacGroupName: device.rbacGroupName ?? null,
    firstSeenDateTime: device.firstSeen ?? null,
    ipInterfaces: [],
    loggedOnUsers: [],
    vmMetadata: null,
  };
}

const account = (entity: Json): Made => ({
  accountName: entity.accountName ?? null,
  domainName: entity.domainName ?? null,
  userSid: entity.userSid ?? null,
  azureAdUserId: entity.aadUserId ?? null,
  userPrincipalName: entity.userPrincipalName ?? null,
  displayName: entity.mailboxDisplayName ?? null,
});

const fileDetails = (entity: Json): Made => ({
  fileName: entity.fileName ?? null,
  filePath: entity.filePath ?? null,
  fileSize: null,
  sha1: entity.sha1 ?? null,
  sha256: entity.sha256 ?? null,
});

/** Kind and own fields of each kind of entity. */
const KINDS: Readonly<Record<string, (entity: Json) => readonly [string, Made]>> = {
  User: (entity) => ['user', { userAccount: account(entity) }],
  Ip: (entity) => ['ip', { ipAddress: entity.ipAddress, countryLetterCode: null, location: null }],
  Url: (entity) => ['url', { url: entity.url }],
  File: (entity) => ['file', { detectionStatus: 'detected', mdeDeviceId: entity.deviceId ?? null, fileDetails: fileDetails(entity) }],
  Process: (entity) => [
    'process',
    {
      processId: entity.processId,
      processCommandLine: entity.processCommandLine,
      processCreationDateTime: entity.processCreationTime,
      parentProcessId: entity.parentProcessId,
      parentProcessCreationDateTime: entity.parentProcessCreationTime,
      detectionStatus: 'detected',
      mdeDeviceId: entity.deviceId ?? null,
      imageFile: fileDetails(entity),
      parentProcessImageFile: null,
      userAccount: null,
    },
  ],
  MailBox: (entity) => [
    'mailbox',
    {
      primaryAddress: entity.mailboxAddress,
      upn: entity.userPrincipalName,
      displayName: entity.mailboxDisplayName,
      userAccount: account(entity),
    },
  ],
  MailMessage: (entity) => [
    'analyzedMessage',
    {
      subject: entity.subject,
      recipientEmailAddress: entity.recipient,
      deliveryAction: entity.deliveryAction,
      p1Sender: { emailAddress: entity.sender, displayName: null, domainName: textOf(entity.sender).split('@')[1] ?? null },
      p2Sender: { emailAddress: entity.sender, displayName: null, domainName: textOf(entity.sender).split('@')[1] ?? null },
      urls: [],
      threats: [],
      attachmentsCount: 0,
    },
  ],
  MailCluster: (entity) => ['mailCluster', { clusterBy: entity.clusterBy, clusterByValue: null, emailCount: null, networkMessageIds: [] }],
  Registry: (entity) => [
    'registryValue',
    {
      registryHive: entity.registryHive,
      registryKey: entity.registryKey,
      registryValueName: null,
      registryValue: entity.registryValue,
      registryValueType: entity.registryValueType,
      mdeDeviceId: entity.deviceId ?? null,
    },
  ],
  SecurityGroup: (entity) => ['securityGroup', { securityGroupId: entity.securityGroupId, displayName: entity.securityGroupName }],
};

/** An entity as evidence. A kind no table names becomes evidence of that kind with its fields as they are. */
export function entityEvidence(entity: Json, at: unknown, spelling: Spelling): Made {
  const { entityType, ...fields } = entity;
  const kind = textOf(entityType) || 'unknown';
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const [name, own] = make ? make(entity) : [kind.charAt(0).toLowerCase() + kind.slice(1), fields];
  return { ...base(name, at, spelling), ...own };
}
