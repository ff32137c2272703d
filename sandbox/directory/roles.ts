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

/** Application roles a token of this tenant carries. */
export function rolesOf(state: TenantState): string[] {
  switch (state) {
    case 'partial':
      return ['AdvancedHunting.Read.All'];
    case 'noRoles':
      return [];
    default:
      return REQUESTED_ROLES.map((role) => role.value);
  }
}
