export interface Resource {
  appId: string;
  name: string;
  /** Application ID URIs, without a trailing slash. */
  uris: readonly string[];
}

/** The API of incidents and hunting. Its service principal still carries the product's former name. */
export const THREAT_PROTECTION: Resource = {
  appId: '8ee8fdad-f234-4243-8f3b-15c294843740',
  name: 'Microsoft Threat Protection',
  uris: ['https://api.security.microsoft.com'],
};

/** Defender for Endpoint: another audience with other permissions, which two of the partner page's four samples ask for by mistake. */
const WINDOWS_DEFENDER: Resource = {
  appId: 'fc780465-2017-40d4-a0c5-307022471b92',
  name: 'WindowsDefenderATP',
  uris: [
    'https://api.securitycenter.microsoft.com',
    'https://api.securitycenter.windows.com',
    'https://securitycenter.onmicrosoft.com/windowsatpservice',
  ],
};

export const GRAPH: Resource = {
  appId: '00000003-0000-0000-c000-000000000000',
  name: 'Microsoft Graph',
  uris: ['https://graph.microsoft.com'],
};

const RESOURCES = [THREAT_PROTECTION, WINDOWS_DEFENDER, GRAPH];

/** Finds a resource by one of its URIs (a trailing slash is the same resource) or by its app ID. */
export function findResource(identifier: string): Resource | undefined {
  const wanted = identifier.toLowerCase().replace(/\/$/, '');
  return RESOURCES.find((resource) => resource.appId === wanted || resource.uris.some((uri) => uri === wanted));
}
