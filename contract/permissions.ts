import { z } from 'zod';

/** An API a token can be for. `mde` is here to be recognised: the samples of Microsoft's partner page ask for it by mistake. */
export const resource = z.enum(['xdr', 'graph', 'mde']);
export type Resource = z.infer<typeof resource>;

/** The two ways to a customer's incidents and hunting. */
export const surface = z.enum(['xdr', 'graph']);
export type Surface = z.infer<typeof surface>;

/** What Tenantry does for a customer, and so what permissions are asked for. */
export const feature = z.enum(['readIncidents', 'updateIncidents', 'hunt']);
export type Feature = z.infer<typeof feature>;

/** Resource apps as every tenant knows them. Defender XDR's still bears its former name. */
export const RESOURCE_APPS: Readonly<Record<Resource, { appId: string; name: string }>> = {
  xdr: { appId: '8ee8fdad-f234-4243-8f3b-15c294843740', name: 'Microsoft Threat Protection' },
  graph: { appId: '00000003-0000-0000-c000-000000000000', name: 'Microsoft Graph' },
  mde: { appId: 'fc780465-2017-40d4-a0c5-307022471b92', name: 'WindowsDefenderATP' },
};

/** An application role of a resource app. */
export interface AppRole {
  resource: Surface;
  /** As it stands in a token's `roles`. */
  role: string;
  /** The same right for a signed-in person, as it stands in a token's `scp`. */
  scope: string;
  /** As a manifest names it. */
  id: string;
  /** As the portal lists it. */
  title: string;
  /** What it allows. */
  features: readonly Feature[];
}

/**
 * Every application role Tenantry can use; for one feature on one surface the first that allows it is the least. Sources of the ids: agreeing public
 * repositories (Defender XDR) and CIPP's permission list (Graph); Microsoft's pages name the roles, not the ids.
 */
export const APP_ROLES: readonly AppRole[] = [
  {
    resource: 'xdr',
    role: 'Incident.Read.All',
    scope: 'Incident.Read',
    id: 'a9790345-4595-42e4-971a-ccdc79f19b7c',
    title: 'Read all incidents',
    features: ['readIncidents'],
  },
  {
    resource: 'xdr',
    role: 'Incident.ReadWrite.All',
    scope: 'Incident.ReadWrite',
    id: '8d90f441-09cf-4fdc-ab45-e874fa3a28e8',
    title: 'Read and write all incidents',
    features: ['readIncidents', 'updateIncidents'],
  },
  {
    resource: 'xdr',
    role: 'AdvancedHunting.Read.All',
    scope: 'AdvancedHunting.Read',
    id: '7734e8e5-8dde-42fc-b5ae-6eafea078693',
    title: 'Run advanced hunting queries',
    features: ['hunt'],
  },
  {
    resource: 'graph',
    role: 'SecurityIncident.Read.All',
    scope: 'SecurityIncident.Read.All',
    id: '45cc0394-e837-488b-a098-1918f48d186c',
    title: 'Read all security incidents',
    features: ['readIncidents'],
  },
  {
    resource: 'graph',
    role: 'SecurityIncident.ReadWrite.All',
    scope: 'SecurityIncident.ReadWrite.All',
    id: '34bf0e97-1971-4929-b999-9e2442d941d7',
    title: 'Read and write all security incidents',
    features: ['readIncidents', 'updateIncidents'],
  },
  {
    resource: 'graph',
    role: 'ThreatHunting.Read.All',
    scope: 'ThreatHunting.Read.All',
    id: 'dd98c7f5-2d42-42d3-a0e4-633161547251',
    title: 'Run hunting queries',
    features: ['hunt'],
  },
];

/** Roles that allow a feature on a surface, the least first: any one of them is enough. */
export function rolesFor(wanted: Feature, on: Surface): string[] {
  return APP_ROLES.filter(({ resource: of, features }) => of === on && features.includes(wanted)).map(({ role }) => role);
}

/** The fewest application roles for these features on one surface: a role that allows more than one takes the place of the others. */
export function leastRoles(wanted: readonly Feature[], on: Surface): AppRole[] {
  const needed = new Set(wanted);
  if (needed.has('updateIncidents')) needed.delete('readIncidents');
  return [...needed].flatMap((one) => APP_ROLES.find((role) => role.resource === on && role.features.includes(one)) ?? []);
}
