import type { AlertPlan, Scenario } from './scenario';

const ENDPOINT = { service: 'MicrosoftDefenderATP', onDevice: true } as const;

const credentialDump: AlertPlan = {
  ...ENDPOINT,
  title: 'Credential memory read',
  description:
    'A process on {device} opened the memory of the local security authority.\nCredentials of everyone who signed in to it may be known.',
  category: 'CredentialAccess',
  detection: 'WindowsDefenderAtp',
  techniques: ['T1003.001', 'T1003'],
  entities: ['Process', 'User'],
};

const ransomNote: AlertPlan = {
  ...ENDPOINT,
  title: 'Many files rewritten in a short time',
  description: '{file} rewrote several hundred documents on {device} within two minutes and left a note in each folder.',
  category: 'Ransomware',
  detection: 'WindowsDefenderAtp',
  techniques: ['T1486', 'T1490'],
  entities: ['File', 'Process'],
  family: true,
};

const shadowCopies: AlertPlan = {
  ...ENDPOINT,
  title: 'Shadow copies deleted',
  description: 'A command on {device} removed the volume shadow copies, which hinders recovery.',
  category: 'Impact',
  detection: 'WindowsDefenderAtp',
  techniques: ['T1490'],
  entities: ['Process'],
};

export const ENDPOINT_SCENARIOS: readonly Scenario[] = [
  {
    name: "'{family}' ransomware activity on {device}",
    severities: ['High'],
    weight: 5,
    alerts: [ransomNote, shadowCopies, credentialDump],
  },
  {
    name: "'{family}' malware was detected on one endpoint",
    severities: ['Informational', 'Low', 'Medium'],
    weight: 22,
    alerts: [
      {
        ...ENDPOINT,
        title: "'{family}' malware was prevented",
        description: 'Antivirus stopped {file} on {device} before it could run.',
        category: 'Malware',
        detection: 'WindowsDefenderAv',
        techniques: [],
        entities: ['File'],
        family: true,
      },
    ],
  },
  {
    name: 'Suspicious PowerShell command line on {device}',
    severities: ['Low', 'Medium', 'Medium'],
    weight: 14,
    alerts: [
      {
        ...ENDPOINT,
        title: 'Suspicious PowerShell command line',
        description: '{user} ran an encoded PowerShell command on {device} that downloads a script.',
        category: 'Execution',
        detection: 'WindowsDefenderAtp',
        techniques: ['T1059.001', 'T1027'],
        entities: ['Process', 'User'],
      },
      {
        ...ENDPOINT,
        title: 'Connection to a rarely seen host',
        description: 'After the command, {device} called {host} at {ip}.',
        category: 'CommandAndControl',
        detection: 'WindowsDefenderAtp',
        techniques: ['T1071.001'],
        entities: ['Ip', 'Url'],
      },
    ],
  },
  {
    name: 'Persistence through a run key on {device}',
    severities: ['Low', 'Medium'],
    weight: 8,
    alerts: [
      {
        ...ENDPOINT,
        title: 'Anomaly in an autostart registry key',
        description: '{file} entered itself in a run key of {user} on {device}.',
        category: 'Persistence',
        detection: 'WindowsDefenderAtp',
        techniques: ['T1547.001'],
        entities: ['Registry', 'File'],
      },
    ],
  },
  {
    name: 'Multi-stage incident involving initial access & lateral movement on multiple endpoints',
    severities: ['High', 'High', 'Medium'],
    weight: 6,
    alerts: [
      credentialDump,
      {
        ...ENDPOINT,
        title: 'Remote service created',
        description: 'A service that starts {file} was created on {device} from another machine.',
        category: 'LateralMovement',
        detection: 'WindowsDefenderAtp',
        techniques: ['T1021.002', 'T1569.002'],
        entities: ['Process', 'Ip', 'User'],
        actor: 'BORON',
      },
      {
        service: 'AzureATP',
        title: 'Suspected use of a stolen ticket',
        description: 'A Kerberos ticket of {user} was used from {ip}, where the account does not sign in.',
        category: 'LateralMovement',
        detection: 'AzureATP',
        techniques: ['T1550.003'],
        entities: ['User', 'Ip'],
      },
      shadowCopies,
    ],
  },
  {
    name: 'Unwanted software on {device}',
    severities: ['Informational', 'Low'],
    weight: 9,
    alerts: [
      {
        ...ENDPOINT,
        title: "'{family}' unwanted software was prevented",
        description: 'An installer bundled with {file} was blocked on {device}.',
        category: 'UnwantedSoftware',
        detection: 'WindowsDefenderSmartScreen',
        techniques: [],
        entities: ['File', 'Url'],
        family: true,
      },
    ],
  },
];
