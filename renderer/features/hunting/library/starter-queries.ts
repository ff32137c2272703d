import type { QueryContent } from '../../../../contract/hunting-library';

type Starter = Pick<QueryContent, 'name' | 'folder' | 'tags' | 'about' | 'text'> & Partial<Pick<QueryContent, 'parameters'>>;

const text = (name: string, label: string, value: string) => ({ name, label, type: 'string' as const, value });
const list = (name: string, label: string, value: string) => ({ name, label, type: 'list' as const, value });
const count = (name: string, label: string, value: string) => ({ name, label, type: 'long' as const, value });

/** Queries to begin with, useful over many customers at once. They ship with Tenantry; a changed one is kept as one's own. */
const STARTERS: readonly Starter[] = [
  {
    name: /*i18n*/ 'Which customers have seen these hashes?',
    folder: /*i18n*/ 'Indicators',
    tags: ['IOC', /*i18n*/ 'file'],
    about: /*i18n*/ 'Files by SHA-1, SHA-256 or MD5: where they first appeared, and on how many devices.',
    parameters: [list('hashes', /*i18n*/ 'Hashes, one a line', '')],
    text: `DeviceFileEvents
| where SHA1 in~ (hashes) or SHA256 in~ (hashes) or MD5 in~ (hashes)
| summarize FirstSeen = min(Timestamp), LastSeen = max(Timestamp), Devices = dcount(DeviceId) by FileName, SHA1
| order by FirstSeen asc`,
  },
  {
    name: /*i18n*/ 'Which customers talked to these addresses?',
    folder: /*i18n*/ 'Indicators',
    tags: ['IOC', /*i18n*/ 'network'],
    about: /*i18n*/ 'Connections to IP addresses or domains of a report.',
    parameters: [list('addresses', /*i18n*/ 'IP addresses, one a line', ''), list('domains', /*i18n*/ 'Domains, one a line', '')],
    text: `DeviceNetworkEvents
| where RemoteIP in (addresses) or RemoteUrl has_any (domains)
| project Timestamp, DeviceName, InitiatingProcessAccountName, InitiatingProcessFileName, RemoteIP, RemotePort, RemoteUrl, ActionType
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Who clicked a link of this domain?',
    folder: /*i18n*/ 'Indicators',
    tags: ['IOC', /*i18n*/ 'mail'],
    about: /*i18n*/ 'Clicks on links in mails, Teams and Office, and whether the warning was passed.',
    parameters: [text('domain', /*i18n*/ 'Domain', 'example.com')],
    text: `UrlClickEvents
| where Url has domain
| project Timestamp, AccountUpn, Url, ActionType, IsClickedThrough, Workload, IPAddress
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'PowerShell with an encoded or hidden command',
    folder: /*i18n*/ 'Execution',
    tags: ['T1059.001'],
    about: /*i18n*/ 'Command lines that hide what they do.',
    text: `DeviceProcessEvents
| where FileName in~ ("powershell.exe", "pwsh.exe")
| where ProcessCommandLine has_any ("-enc", "-EncodedCommand", "FromBase64String", "DownloadString", "-w hidden", "-WindowStyle Hidden")
| project Timestamp, DeviceName, AccountName, ProcessCommandLine, InitiatingProcessFileName
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Office programs that start a shell',
    folder: /*i18n*/ 'Execution',
    tags: ['T1566', 'T1204'],
    about: /*i18n*/ 'Word, Excel, Outlook and others as the parent of a command shell or script host.',
    text: `DeviceProcessEvents
| where InitiatingProcessFileName in~ ("winword.exe", "excel.exe", "powerpnt.exe", "outlook.exe", "onenote.exe")
| where FileName in~ ("cmd.exe", "powershell.exe", "wscript.exe", "cscript.exe", "mshta.exe", "rundll32.exe", "regsvr32.exe")
| project Timestamp, DeviceName, AccountName, InitiatingProcessFileName, FileName, ProcessCommandLine
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Programs seen on few devices only',
    folder: /*i18n*/ 'Execution',
    tags: [/*i18n*/ 'rare'],
    about: /*i18n*/ 'What runs on at most so many devices of a customer. A place to begin when nothing else is known.',
    parameters: [count('mostDevices', /*i18n*/ 'Devices at most', '2')],
    text: `DeviceProcessEvents
| summarize Devices = dcount(DeviceId), Runs = count(), FirstSeen = min(Timestamp) by FileName, SHA1
| where Devices <= mostDevices
| order by FirstSeen desc`,
  },
  {
    name: /*i18n*/ 'Many failed sign-ins from one address',
    folder: /*i18n*/ 'Identity',
    tags: ['T1110'],
    about: /*i18n*/ 'Password spraying: one address, many accounts, little success.',
    parameters: [count('leastAccounts', /*i18n*/ 'Accounts at least', '10')],
    text: `EntraIdSignInEvents
| summarize Accounts = dcount(AccountUpn), Failed = countif(ErrorCode != 0), Worked = countif(ErrorCode == 0) by IPAddress, Country
| where Accounts >= leastAccounts and Failed > Worked
| order by Accounts desc`,
  },
  {
    name: /*i18n*/ 'Sign-ins by country',
    folder: /*i18n*/ 'Identity',
    tags: [/*i18n*/ 'overview'],
    about: /*i18n*/ 'Where each customer’s people sign in from, as a bar chart.',
    text: `EntraIdSignInEvents
| where ErrorCode == 0
| summarize SignIns = count() by Country
| order by SignIns desc
| render barchart`,
  },
  {
    name: /*i18n*/ 'New members of privileged groups',
    folder: /*i18n*/ 'Identity',
    tags: ['T1098'],
    about: /*i18n*/ 'Changes of group membership in Active Directory where the group sounds like an administrators’ one.',
    text: `IdentityDirectoryEvents
| where ActionType == "Group Membership changed"
| extend Group = tostring(parse_json(AdditionalFields)["TO.GROUP"])
| where Group has_any ("Admin", "Operators", "Domain Controllers")
| project Timestamp, Group, TargetAccountUpn, AccountUpn, DeviceName
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Mail rules that hide or forward',
    folder: /*i18n*/ 'Mail',
    tags: ['T1114.003', 'BEC'],
    about: /*i18n*/ 'New inbox rules, which intruders make to read along unnoticed.',
    text: `CloudAppEvents
| where ActionType in ("New-InboxRule", "Set-InboxRule", "UpdateInboxRules")
| project Timestamp, AccountDisplayName, ActionType, IPAddress, CountryCode, RawEventData
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Phishing that was delivered',
    folder: /*i18n*/ 'Mail',
    tags: ['T1566'],
    about: /*i18n*/ 'Mails judged as phishing or malware that reached a mailbox, by sender.',
    text: `EmailEvents
| where ThreatTypes has_any ("Phish", "Malware") and DeliveryAction == "Delivered"
| summarize Mails = count(), Recipients = dcount(RecipientEmailAddress), Subjects = make_set(Subject, 5) by SenderFromAddress
| order by Mails desc`,
  },
  {
    name: /*i18n*/ 'Alerts a day, by severity',
    folder: /*i18n*/ 'Overview',
    tags: [/*i18n*/ 'overview'],
    about: /*i18n*/ 'How alerts of all customers came in over time, as a chart.',
    text: `AlertInfo
| summarize Alerts = count() by bin(Timestamp, 1d), Severity
| order by Timestamp asc
| render timechart`,
  },
  {
    name: /*i18n*/ 'Evidence of alerts of high severity',
    folder: /*i18n*/ 'Overview',
    tags: [/*i18n*/ 'triage'],
    about: /*i18n*/ 'Every alert with what belongs to it; from a row you can go to its incident.',
    text: `AlertInfo
| where Severity == "High"
| join kind=inner (AlertEvidence | project AlertId, EntityType, DeviceName, AccountUpn, FileName, RemoteIP) on AlertId
| project Timestamp, AlertId, Title, Category, EntityType, DeviceName, AccountUpn, FileName, RemoteIP
| order by Timestamp desc`,
  },
  {
    name: /*i18n*/ 'Devices whose sensor is not well',
    folder: /*i18n*/ 'Overview',
    tags: [/*i18n*/ 'health'],
    about: /*i18n*/ 'Devices that are onboarded but do not report as they should: blind spots.',
    text: `DeviceInfo
| summarize arg_max(Timestamp, DeviceName, OSPlatform, OnboardingStatus, SensorHealthState) by DeviceId
| where OnboardingStatus == "Onboarded" and SensorHealthState != "Active"
| project Timestamp, DeviceName, OSPlatform, SensorHealthState
| order by Timestamp asc`,
  },
];

export const STARTER_QUERIES: readonly QueryContent[] = STARTERS.map((starter) => ({ parameters: [], ...starter }));
