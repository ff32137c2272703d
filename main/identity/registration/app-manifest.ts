import type { AppPurpose } from '../../../contract/partner-app';
import { type AppRole, leastRoles, RESOURCE_APPS } from '../../../contract/permissions';

/** The part of a registration that Tenantry needs, in the words of Microsoft Graph's `application` and of the portal's manifest. */
export interface AppManifest {
  signInAudience: 'AzureADMultipleOrgs';
  web: { redirectUris: string[] };
  requiredResourceAccess: { resourceAppId: string; resourceAccess: { id: string; type: 'Role' }[] }[];
}

/** The application roles a purpose needs, and no more: at most six for everything on both APIs. */
export function rolesOfPurpose({ features, surfaces }: AppPurpose): AppRole[] {
  return [...new Set(surfaces)].flatMap((on) => leastRoles(features, on));
}

/** Accounts of any organisation, the redirect URIs, and the roles by resource. Source: "Application manifest" (Microsoft Learn, Microsoft Graph format). */
export function appManifest(purpose: AppPurpose, redirectUris: readonly string[]): AppManifest {
  const roles = rolesOfPurpose(purpose);
  const resources = [...new Set(roles.map(({ resource }) => resource))];
  return {
    signInAudience: 'AzureADMultipleOrgs',
    web: { redirectUris: [...redirectUris] },
    requiredResourceAccess: resources.map((one) => ({
      resourceAppId: RESOURCE_APPS[one].appId,
      resourceAccess: roles.filter(({ resource }) => resource === one).map(({ id }) => ({ id, type: 'Role' })),
    })),
  };
}

/** Indented JSON in ASCII only: old PowerShell reads a script without a byte order mark in the code page of the computer. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^\x20-\x7e\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
