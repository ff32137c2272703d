import type { Tenant } from '../directory/tenants';
import { type Cast, castOf } from '../incidents/cast';
import type { Value } from '../kql/values';
import { Random } from '../random/random';

type Values = Readonly<Record<string, Value>>;

const PROGRAMS = [
  'chrome.exe',
  'outlook.exe',
  'teams.exe',
  'svchost.exe',
  'explorer.exe',
  'powershell.exe',
  'cmd.exe',
  'msedge.exe',
  'onedrive.exe',
  'python.exe',
];
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'powershell.exe': ['powershell.exe -NoProfile -File inventory.ps1', 'powershell.exe -Command "Get-Service | Where Status -eq Running"'],
  'cmd.exe': ['cmd.exe /c "dir | findstr log"', 'cmd.exe /c whoami'],
};
const PLACES = ['SE', 'DE', 'US', 'IN', 'BR'];
const SUBJECTS = ['Weekly report', 'Invoice 2217', 'Möte på torsdag', '会議の資料', 'Re: "quote" | offer', 'Lunch?'];
const DEPARTMENTS = ['Finance', 'Sales', 'IT', 'Operations', 'Legal'];

const onDevice = (cast: Cast): Values => ({ DeviceId: cast.deviceId, DeviceName: `${cast.device.toLowerCase()}.corp.${domainOf(cast)}` });
const domainOf = (cast: Cast): string => cast.user.upn.split('@')[1] ?? '';
const local = (random: Random): string => `10.${random.int(0, 9)}.${random.int(0, 255)}.${random.int(1, 254)}`;

function initiator(cast: Cast, random: Random): Values {
  const name = random.pick(PROGRAMS);
  return {
    InitiatingProcessFileName: name,
    InitiatingProcessCommandLine: random.pick(COMMANDS[name] ?? [name]),
    InitiatingProcessId: random.int(400, 32_000),
    InitiatingProcessAccountName: cast.user.account,
  };
}

function program(cast: Cast, random: Random): Values {
  const name = random.pick(PROGRAMS);
  const hashes = new Random(`program:${name}`);
  return {
    FileName: name,
    FolderPath: `C:\\Program Files\\${name.replace('.exe', '')}\\${name}`,
    SHA1: hashes.hex(40),
    SHA256: hashes.hex(64),
    FileSize: hashes.int(20_000, 90_000_000),
    ProcessId: random.int(400, 32_000),
    ProcessCommandLine: random.pick(COMMANDS[name] ?? [`"${name}" --type=renderer`]),
    ...initiator(cast, random),
  };
}

const account = ({ user }: Cast): Values => ({
  AccountName: user.account,
  AccountDomain: user.upn.split('@')[1] ?? '',
  AccountUpn: user.upn,
});

/** What goes on in a tenant on any day, by table. */
export const BACKGROUND: Readonly<Record<string, { share: number; make(cast: Cast, random: Random): Values }>> = {
  DeviceProcessEvents: {
    share: 1,
    make: (cast, random) => ({
      ...onDevice(cast),
      ActionType: 'ProcessCreated',
      ...program(cast, random),
      ...account(cast),
      AccountSid: cast.user.sid,
      ReportId: random.int(1, 90_000),
    }),
  },
  DeviceNetworkEvents: {
    share: 1,
    make: (cast, random) => ({
      ...onDevice(cast),
      ActionType: random.weighted([
        ['ConnectionSuccess', 9],
        ['ConnectionFailed', 1],
        ['InboundConnectionAccepted', 2],
      ]),
      RemoteIP: `203.0.113.${random.int(1, 254)}`,
      RemotePort: random.pick([443, 443, 443, 80, 53, 445, 3389]),
      RemoteUrl: random.chance(0.7) ? `https://app${random.int(1, 30)}.example/` : '',
      LocalIP: local(random),
      LocalPort: random.int(49_152, 65_535),
      Protocol: random.pick(['Tcp', 'Tcp', 'Udp']),
      ...initiator(cast, random),
      ReportId: random.int(1, 90_000),
    }),
  },
  DeviceLogonEvents: {
    share: 0.4,
    make: (cast, random) => {
      const failed = random.chance(0.12);
      return {
        ...onDevice(cast),
        ActionType: failed ? 'LogonFailed' : 'LogonSuccess',
        LogonType: random.pick(['Interactive', 'Network', 'RemoteInteractive', 'Unlock']),
        ...account(cast),
        AccountSid: cast.user.sid,
        RemoteIP: local(random),
        RemoteDeviceName: '',
        IsLocalAdmin: random.chance(0.1),
        FailureReason: failed ? 'InvalidUserNameOrPassword' : '',
        ReportId: random.int(1, 90_000),
      };
    },
  },
  DeviceFileEvents: {
    share: 0.8,
    make: (cast, random) => ({
      ...onDevice(cast),
      ActionType: random.pick(['FileCreated', 'FileModified', 'FileRenamed', 'FileDeleted']),
      FileName: `report_${random.int(1, 900)}.${random.pick(['docx', 'xlsx', 'pdf', 'tmp'])}`,
      FolderPath: `C:\\Users\\${cast.user.account}\\Documents`,
      SHA1: random.hex(40),
      SHA256: random.hex(64),
      FileSize: random.int(900, 4_000_000),
      ...initiator(cast, random),
      ReportId: random.int(1, 90_000),
    }),
  },
  DeviceInfo: {
    share: 0.1,
    make: (cast, random) => ({
      ...onDevice(cast),
      OSPlatform: new Random(`os:${cast.deviceId}`).pick(['Windows11', 'Windows10', 'WindowsServer2022', 'Linux', 'macOS']),
      OSVersion: '10.0',
      OSBuild: 22_631,
      PublicIP: `198.51.100.${random.int(1, 254)}`,
      IsAzureADJoined: random.chance(0.8),
      LoggedOnUsers: [{ UserName: cast.user.account, DomainName: domainOf(cast) }],
      MachineGroup: random.pick(['Workstations', 'Servers', 'Field devices']),
      OnboardingStatus: 'Onboarded',
      SensorHealthState: random.weighted([
        ['Active', 9],
        ['Inactive', 1],
      ]),
      ExposureLevel: random.pick(['Low', 'Medium', 'High']),
      ReportId: random.int(1, 90_000),
    }),
  },
  IdentityLogonEvents: {
    share: 0.6,
    make: (cast, random) => {
      const failed = random.chance(0.15);
      return {
        ActionType: failed ? 'LogonFailed' : 'LogonSuccess',
        Application: random.pick(['Active Directory', 'Microsoft 365', 'Azure AD Connect']),
        LogonType: random.pick(['Resource access', 'Interactive', 'Credentials validation']),
        Protocol: random.pick(['Kerberos', 'Ntlm', 'Ldap']),
        FailureReason: failed ? 'WrongPassword' : '',
        ...account(cast),
        AccountObjectId: cast.user.objectId,
        AccountDisplayName: cast.user.name,
        DeviceName: cast.device.toLowerCase(),
        IPAddress: local(random),
        Location: random.pick(PLACES),
        ReportId: random.guid(),
      };
    },
  },
  IdentityInfo: {
    share: 0.05,
    make: (cast, random) => ({
      ...account(cast),
      AccountObjectId: cast.user.objectId,
      AccountDisplayName: cast.user.name,
      Department: new Random(`department:${cast.user.upn}`).pick(DEPARTMENTS),
      JobTitle: random.pick(['Analyst', 'Manager', 'Engineer']),
      IsAccountEnabled: random.chance(0.95),
    }),
  },
  EmailEvents: {
    share: 0.7,
    make: (cast, random) => {
      const sender = random.pick(['partner.example', 'supplier.example', 'news.example', domainOf(cast)]);
      return {
        NetworkMessageId: random.guid(),
        SenderFromAddress: `${random.pick(['anna', 'no-reply', 'billing', 'info'])}@${sender}`,
        SenderFromDomain: sender,
        SenderIPv4: `192.0.2.${random.int(1, 254)}`,
        RecipientEmailAddress: cast.user.upn,
        Subject: random.pick(SUBJECTS),
        EmailDirection: sender === domainOf(cast) ? 'Intra-org' : 'Inbound',
        DeliveryAction: random.weighted([
          ['Delivered', 17],
          ['Junked', 2],
          ['Blocked', 1],
        ]),
        DeliveryLocation: 'Inbox/folder',
        ThreatTypes: random.chance(0.04) ? 'Phish' : '',
        UrlCount: random.int(0, 4),
        AttachmentCount: random.int(0, 2),
        ReportId: random.guid(),
      };
    },
  },
  EmailUrlInfo: {
    share: 0.4,
    make: (_, random) => {
      const domain = `site${random.int(1, 60)}.example`;
      return { NetworkMessageId: random.guid(), Url: `https://${domain}/${random.hex(5)}`, UrlDomain: domain, ReportId: random.guid() };
    },
  },
};

/** People, devices and addresses of a tenant that its events are about. */
export function castsOf(tenant: Tenant): readonly Cast[] {
  return Array.from({ length: 60 }, (_, number) => castOf(tenant, new Random(`${tenant.key}:cast:${number}`)));
}
