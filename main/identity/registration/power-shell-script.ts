import type { RegistrationPlan } from '../../../contract/registration';
import { type AppManifest, asciiJson } from './app-manifest';

/**
 * A PowerShell script that registers the app through Microsoft Graph, and puts it into the partner's own tenant. It makes no secret and prints none.
 * The app stands in a here-string, in which PowerShell replaces nothing; JSON has no line that could end it.
 * Source: "Create application" (Microsoft Graph v1.0) and Microsoft.Graph.Authentication.
 *
 * @param environment what `Connect-MgGraph -Environment` calls the cloud; null where Microsoft Graph PowerShell has no name for it
 */
export function powerShellScript({ name, homeTenantId }: RegistrationPlan, manifest: AppManifest, environment: string | null): string {
  const where = `${environment ? ` -Environment ${environment}` : ''}${homeTenantId ? ` -TenantId ${homeTenantId}` : ''}`;
  return `#Requires -Modules Microsoft.Graph.Authentication
# Registers a multitenant app for Tenantry. Makes no secret: add one in the portal afterwards.
$ErrorActionPreference = 'Stop'
Connect-MgGraph -Scopes 'Application.ReadWrite.All'${where} -NoWelcome

$body = @'
${asciiJson({ displayName: name, ...manifest })}
'@
$app = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/applications' -Body $body -ContentType 'application/json'
$principal = @{ appId = $app.appId } | ConvertTo-Json
Invoke-MgGraphRequest -Method POST -Uri 'v1.0/servicePrincipals' -Body $principal -ContentType 'application/json' | Out-Null

"Application (client) ID: $($app.appId)"
"Home tenant (directory) ID: $((Get-MgContext).TenantId)"
'Next: add a client secret or certificate, then allow the permissions in your own tenant (API permissions, Grant admin consent).'
`;
}
