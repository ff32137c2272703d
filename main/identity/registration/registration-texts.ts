import type { RegistrationPlan, RegistrationTextKind, RegistrationTexts } from '../../../contract/registration';
import type { CloudEnvironment } from '../../cloud/environment';
import { appManifest } from './app-manifest';
import { azureCliScript } from './azure-cli-script';
import { powerShellScript } from './power-shell-script';

/** What Microsoft's tools call the clouds Tenantry knows; a cloud from a file has no name there. */
const TOOL_NAMES: Readonly<Record<string, { azureCli: string; powerShell: string }>> = {
  commercial: { azureCli: 'AzureCloud', powerShell: 'Global' },
  gcc: { azureCli: 'AzureCloud', powerShell: 'Global' },
  gccHigh: { azureCli: 'AzureUSGovernment', powerShell: 'USGov' },
  dod: { azureCli: 'AzureUSGovernment', powerShell: 'USGovDoD' },
};

/** The files texts are proposed to be saved as. */
export const TEXT_FILES: Readonly<Record<RegistrationTextKind, { name: string; extension: string; kind: string }>> = {
  manifest: { name: 'app-manifest.json', extension: 'json', kind: 'JSON' },
  azureCli: { name: 'register-app.sh', extension: 'sh', kind: 'Shell script' },
  powerShell: { name: 'register-app.ps1', extension: 'ps1', kind: 'PowerShell script' },
};

/** The same registration as a piece of its manifest and as two scripts. */
export function registrationTexts(plan: RegistrationPlan, environment: CloudEnvironment, redirectUris: string[]): RegistrationTexts {
  const manifest = appManifest(plan.purpose, redirectUris);
  const names = environment.kind === 'microsoft' ? TOOL_NAMES[environment.id] : undefined;
  return {
    redirectUris,
    texts: {
      manifest: `${JSON.stringify(manifest, null, 2)}\n`,
      azureCli: azureCliScript(plan, manifest, names?.azureCli ?? null),
      powerShell: powerShellScript(plan, manifest, names?.powerShell ?? null),
    },
  };
}
