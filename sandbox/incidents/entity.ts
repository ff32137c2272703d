import { Random } from '../random/random';
import type { Cast } from './cast';
import type { EntityKind } from './scenario';
import { instant } from './times';

type Value = string | number | null;

/** Every key an entity has; those that do not apply to its kind are null, never absent. */
const NO_ENTITY: Readonly<Record<string, Value>> = {
  entityType: null,
  sha1: null,
  sha256: null,
  fileName: null,
  filePath: null,
  processId: null,
  processCommandLine: null,
  processCreationTime: null,
  parentProcessId: null,
  parentProcessCreationTime: null,
  ipAddress: null,
  url: null,
  accountName: null,
  domainName: null,
  userSid: null,
  aadUserId: null,
  userPrincipalName: null,
  mailboxDisplayName: null,
  mailboxAddress: null,
  clusterBy: null,
  sender: null,
  recipient: null,
  subject: null,
  deliveryAction: null,
  securityGroupId: null,
  securityGroupName: null,
  registryHive: null,
  registryKey: null,
  registryValueType: null,
  registryValue: null,
  deviceId: null,
};

function file(cast: Cast): Record<string, Value> {
  const random = new Random(`file:${cast.file}:${cast.family}`);
  return { sha1: random.hex(40), sha256: random.hex(64), fileName: cast.file, filePath: cast.folder, deviceId: cast.deviceId };
}

function process(cast: Cast, random: Random, at: number): Record<string, Value> {
  return {
    ...file(cast),
    processId: random.int(800, 31_000),
    processCommandLine: random.pick([
      `powershell.exe -NoProfile -EncodedCommand ${random.hex(24)}`,
      `"${cast.folder}\\${cast.file}" /quiet`,
      'cmd.exe /c vssadmin list shadows & whoami /groups',
      `rundll32.exe ${cast.file},Start`,
    ]),
    processCreationTime: instant(at - random.int(10, 90_000), random.int(0, 9_999)),
    parentProcessId: random.int(300, 9_000),
    parentProcessCreationTime: instant(at - random.int(100_000, 9_000_000), random.int(0, 9_999)),
  };
}

const SUBJECTS = [
  '[EXTERNAL] Payment advice attached',
  'Your mailbox is almost full',
  'Re: delivery 48-2217 <urgent>',
  'Salary review & bonus',
  'Voice message (0:42)',
];

function valuesOf(kind: EntityKind, cast: Cast, random: Random, at: number): Record<string, Value> {
  const { user } = cast;
  switch (kind) {
    case 'User':
      return {
        accountName: user.account,
        domainName: user.upn.split('@')[1] ?? null,
        userSid: user.sid,
        aadUserId: user.objectId,
        userPrincipalName: user.upn,
      };
    case 'Ip':
      return { ipAddress: cast.ip };
    case 'Url':
      return { url: `https://${cast.host}/${random.hex(6)}?id=${random.int(1_000, 9_999)}&ref=mail` };
    case 'File':
      return file(cast);
    case 'Process':
      return process(cast, random, at);
    case 'MailBox':
      return { userPrincipalName: user.upn, mailboxDisplayName: user.name, mailboxAddress: user.upn };
    case 'MailMessage':
      return {
        userPrincipalName: user.upn,
        sender: cast.sender,
        recipient: user.upn,
        subject: random.pick(SUBJECTS),
        deliveryAction: random.pick(['Delivered', 'DeliveredAsSpam', 'Blocked', 'Replaced']),
      };
    case 'MailCluster':
      return { clusterBy: random.pick(['Subject;P2SenderDomain;ContentType', 'BodyFingerprintBin1;ContentType', 'SenderIp;Subject']) };
    case 'Registry':
      return {
        registryHive: 'HKEY_CURRENT_USER',
        registryKey: 'Software\\Microsoft\\Windows\\CurrentVersion\\Run',
        registryValueType: 'ExpandString',
        registryValue: `${cast.folder}\\${cast.file}`,
        deviceId: cast.deviceId,
      };
    case 'SecurityGroup':
      return { securityGroupId: new Random(`group:${cast.group}`).guid(), securityGroupName: cast.group };
  }
}

/** @param at when the alert was raised, in milliseconds since 1970 */
export function entity(kind: EntityKind, cast: Cast, random: Random, at: number): Record<string, Value> {
  return { ...NO_ENTITY, ...valuesOf(kind, cast, random, at), entityType: kind };
}
