import type { TenantState } from '../types';

export const READ_ROLES = ['Incident.Read.All', 'Incident.ReadWrite.All'] as const;
export const WRITE_ROLES = ['Incident.ReadWrite.All'] as const;

export interface RequestedRole {
  value: string;
  display: string;
}

/** What the partner's registration asks of a customer: display names as the Entra portal shows them. */
export const REQUESTED_ROLES: readonly RequestedRole[] = [
  { value: 'Incident.Read.All', display: 'Read all incidents' },
  { value: 'Incident.ReadWrite.All', display: 'Read and write all incidents' },
  { value: 'AdvancedHunting.Read.All', display: 'Run advanced queries' },
];

/** What the partner's second registration asks of a customer. */
export const WRITE_APP_ROLES: readonly RequestedRole[] = [{ value: 'Incident.ReadWrite.All', display: 'Read and write all incidents' }];

/** What Graph grants, where it is granted. */
const GRAPH_ROLES = ['SecurityIncident.Read.All', 'SecurityIncident.ReadWrite.All', 'ThreatHunting.Read.All'];
const ON_GRAPH: ReadonlySet<TenantState> = new Set(['bothSurfaces', 'graphOnly', 'graphExpandFails']);

/** Application roles a token of this tenant for Microsoft Graph carries. */
export function graphRolesOf(state: TenantState): string[] {
  return ON_GRAPH.has(state) ? [...GRAPH_ROLES] : [];
}

/** Application roles a token of this tenant for Defender XDR carries. */
export function rolesOf(state: TenantState): string[] {
  switch (state) {
    case 'partial':
      return ['AdvancedHunting.Read.All'];
    case 'noRoles':
    case 'graphOnly':
    case 'graphExpandFails':
      return [];
    default:
      return REQUESTED_ROLES.map((role) => role.value);
  }
}
