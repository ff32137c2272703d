import type { Scenario } from './scenario';

export const IDENTITY_SCENARIOS: readonly Scenario[] = [
  {
    name: 'Email reported by user as malware or phish',
    severities: ['Informational', 'Low'],
    weight: 16,
    alerts: [
      {
        title: 'Email reported by user as malware or phish',
        description: '{user} reported a message from {sender}. It was delivered before it was found to be harmful.',
        category: 'InitialAccess',
        service: 'OfficeATP',
        detection: 'OfficeATP',
        techniques: ['T1566'],
        entities: ['MailBox', 'MailMessage', 'MailCluster'],
      },
    ],
  },
  {
    name: 'Phishing messages removed after delivery',
    severities: ['Informational', 'Medium'],
    weight: 12,
    alerts: [
      {
        title: 'Messages with a harmful URL removed after delivery',
        description: 'Messages that lead to {host} were taken out of mailboxes after their delivery.',
        category: 'InitialAccess',
        service: 'OfficeATP',
        detection: 'OfficeATP',
        techniques: ['T1566.002'],
        entities: ['MailMessage', 'Url'],
      },
      {
        title: 'A user clicked through to a harmful URL',
        description: '{user} opened {host} in spite of the warning page.',
        category: 'InitialAccess',
        service: 'OfficeATP',
        detection: 'OfficeATP',
        techniques: ['T1566.002', 'T1204.001'],
        entities: ['User', 'Url', 'MailBox'],
      },
    ],
  },
  {
    name: 'Sign-in from an unfamiliar place: {user}',
    severities: ['Low', 'Medium'],
    weight: 14,
    alerts: [
      {
        title: 'Unfamiliar sign-in properties',
        description: '{user} signed in from {ip}, with a browser and a place not seen before.',
        category: 'InitialAccess',
        service: 'AadIdentityProtection',
        detection: 'AadIdentityProtection',
        techniques: ['T1078', 'T1078.004'],
        entities: ['User', 'Ip'],
      },
    ],
  },
  {
    name: 'Inbox rule hides messages of {user}',
    severities: ['Medium', 'High'],
    weight: 8,
    alerts: [
      {
        title: 'Suspicious inbox rule',
        description: 'A rule in the mailbox of {user} moves messages that mention invoices to a folder nobody reads.',
        category: 'DefenseEvasion',
        service: 'MicrosoftCloudAppSecurity',
        detection: 'MCAS',
        techniques: ['T1564.008', 'T1114.003'],
        entities: ['User', 'Ip', 'MailBox'],
      },
      {
        title: 'Impossible travel',
        description: '{user} was active in two countries within an hour, one of them from {ip}.',
        category: 'InitialAccess',
        service: 'MicrosoftCloudAppSecurity',
        detection: 'MCAS',
        techniques: ['T1078.004'],
        entities: ['User', 'Ip'],
      },
    ],
  },
  {
    name: 'Mass download by {user}',
    severities: ['Low', 'Medium'],
    weight: 6,
    alerts: [
      {
        title: 'Unusual volume of file downloads',
        description: '{user} downloaded far more files within an hour than in the month before.',
        category: 'Exfiltration',
        service: 'MicrosoftCloudAppSecurity',
        detection: 'MCAS',
        techniques: ['T1567.002'],
        entities: ['User', 'Ip'],
      },
    ],
  },
  {
    name: 'Change to the sensitive group {group}',
    severities: ['Medium', 'High'],
    weight: 5,
    alerts: [
      {
        title: 'Suspicious additions to a sensitive group',
        description: 'An account was added to {group} from {ip} outside of working hours.',
        category: 'Persistence',
        service: 'AzureATP',
        detection: 'AzureATP',
        techniques: ['T1098', 'T1078.002'],
        entities: ['SecurityGroup', 'User', 'Ip'],
      },
    ],
  },
  {
    name: 'Consent given to an unusual OAuth app',
    severities: ['UnSpecified', 'Low', 'Medium'],
    weight: 4,
    alerts: [
      {
        title: 'Unusual consent to an OAuth app',
        description: '{user} allowed an app from an unknown publisher at {host} to read mail.',
        category: 'Persistence',
        service: 'AppGovernance',
        detection: 'AppGPolicy',
        techniques: ['T1528'],
        entities: ['User', 'Url'],
      },
    ],
  },
];
