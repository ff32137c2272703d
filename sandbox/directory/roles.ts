import type { TenantState } from '../types';
import { GRAPH, type Resource, THREAT_PROTECTION } from './resources';

export const READ_ROLES = ['Incident.Read.All', 'Incident.ReadWrite.All'] as const;
export const WRITE_ROLES = ['Incident.ReadWrite.All'] as const;

export interface RequestedRole {
  value: string;
  display: string;
  resource: Resource;
}

const role = (resource: Resource, value: string, display: string): RequestedRole => ({ value, display, resource });

/** Application roles that exist in the imitated cloud. Display names as the Entra portal shows them. */
export const ROLES: readonly RequestedRole[] = [
  role(THREAT_PROTECTION, 'Incident.Read.All', 'Read all incidents'),
  role(THREAT_PROTECTION, 'Incident.ReadWrite.All', 'Read and write all incidents'),
  role(THREAT_PROTECTION, 'AdvancedHunting.Read.All', 'Run advanced queries'),
  role(GRAPH, 'SecurityIncident.Read.All', 'Read all security incidents'),
  role(GRAPH, 'SecurityIncident.ReadWrite.All', 'Read and write all security incidents'),
  role(GRAPH, 'ThreatHunting.Read.All', 'Run hunting queries'),
];

/** What the partner's registration asks of a customer at first. */
export const DEFAULT_ROLES: readonly RequestedRole[] = ROLES.filter(({ resource }) => resource === THREAT_PROTECTION);

/** What the partner's second registration asks of a customer at first. */
export const WRITE_APP_ROLES: readonly RequestedRole[] = ROLES.filter(({ value }) => value === 'Incident.ReadWrite.All');

const ON_GRAPH: ReadonlySet<TenantState> = new Set(['bothSurfaces', 'graphOnly', 'graphExpandFails']);
/** What Graph grants, where it is granted. */
const GRAPH_ROLES: readonly RequestedRole[] = ROLES.filter(({ resource }) => resource === GRAPH);

/** Application roles a tenant of this state has granted, where no consent of its own is on record. */
export function rolesOf(state: TenantState): string[] {
  const onGraph = ON_GRAPH.has(state) ? GRAPH_ROLES : [];
  return [...onDefender(state), ...onGraph].map(({ value }) => value);
}

function onDefender(state: TenantState): readonly RequestedRole[] {
  switch (state) {
    case 'partial':
      return ROLES.filter(({ value }) => value === 'AdvancedHunting.Read.All');
    case 'readOnly':
      return ROLES.filter(({ value }) => value === 'Incident.Read.All');
    case 'noRoles':
    case 'graphOnly':
    case 'graphExpandFails':
      return [];
    default:
      return DEFAULT_ROLES;
  }
}
