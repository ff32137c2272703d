export type EntityKind =
  | 'User'
  | 'Ip'
  | 'Url'
  | 'File'
  | 'Process'
  | 'MailBox'
  | 'MailMessage'
  | 'MailCluster'
  | 'Registry'
  | 'SecurityGroup';

/** One alert of a scenario. `{user}`, `{device}`, `{file}`, `{ip}`, `{host}`, `{family}`, `{group}` and `{sender}` stand for members of the incident's cast. */
export interface AlertPlan {
  title: string;
  description: string;
  category: string;
  service: string;
  detection: string;
  techniques: readonly string[];
  entities: readonly EntityKind[];
  onDevice?: boolean;
  family?: boolean;
  actor?: string;
}

export interface Scenario {
  name: string;
  severities: readonly string[];
  weight: number;
  alerts: readonly AlertPlan[];
}
