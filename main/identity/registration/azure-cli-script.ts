import type { RegistrationPlan } from '../../../contract/registration';
import { type AppManifest, asciiJson } from './app-manifest';

/**
 * A bash script that registers the app with the Azure CLI, and puts it into the partner's own tenant. It makes no secret and prints none.
 * `az ad app create` would change an app that has the name already, so the script stops before that.
 * Source: "az ad app" and "az ad sp" (Azure CLI reference).
 *
 * @param cloudName what `az cloud set` calls the cloud; null where the Azure CLI has no name for it
 */
export function azureCliScript({ name, homeTenantId }: RegistrationPlan, manifest: AppManifest, cloudName: string | null): string {
  const tenant = homeTenantId ? ` --tenant ${homeTenantId}` : '';
  return `#!/usr/bin/env bash
# Registers a multitenant app for Tenantry. Makes no secret: add one in the portal afterwards.
# Sign in first:${cloudName ? ` az cloud set --name ${cloudName} &&` : ''} az login --allow-no-subscriptions${tenant}
set -euo pipefail

name=${quoted(name)}
permissions=$(cat <<'JSON'
${asciiJson(manifest.requiredResourceAccess)}
JSON
)
${homeTenantId ? tenantGuard(homeTenantId) : ''}
found=$(az ad app list --filter ${quoted(`displayName eq '${name.replaceAll("'", "''")}'`)} --query '[].appId' --output tsv)
if [ -n "$found" ]; then
  echo "There is an app of this name already: $found. Nothing was changed." >&2
  exit 1
fi

app_id=$(az ad app create \\
  --display-name="$name" \\
  --sign-in-audience ${manifest.signInAudience} \\
  --web-redirect-uris ${manifest.web.redirectUris.map(quoted).join(' ')} \\
  --required-resource-accesses "$permissions" \\
  --query appId --output tsv)
az ad sp create --id "$app_id" --output none

echo "Application (client) ID: $app_id"
echo "Home tenant (directory) ID: $(az account show --query tenantId --output tsv)"
echo "Next: add a client secret or certificate, then allow the permissions in your own tenant:"
echo "  az ad app permission admin-consent --id $app_id"
`;
}

function tenantGuard(homeTenantId: string): string {
  return `
if [ "$(az account show --query tenantId --output tsv)" != ${homeTenantId} ]; then
  echo "You are signed in to another tenant than ${homeTenantId}. Nothing was changed." >&2
  exit 1
fi
`;
}

/** A word of the shell that is taken as it stands. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
