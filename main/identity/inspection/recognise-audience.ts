import { ENDPOINT_AUDIENCES, plainAudience } from '../../../contract/audiences';
import { type Resource, RESOURCE_APPS, surface } from '../../../contract/permissions';
import type { CloudEnvironment } from '../../cloud/environment';

/** The API a token's audiences mean in these clouds; null when none that is known. */
export function recogniseAudience(audiences: readonly string[], clouds: readonly CloudEnvironment[]): Resource | null {
  const named = new Set(audiences.map(plainAudience));
  const surfaces = surface.options.filter((one) => {
    const known = [RESOURCE_APPS[one].appId, ...clouds.flatMap(({ resources }) => resources[one].audiences)];
    return known.some((audience) => named.has(plainAudience(audience)));
  });
  return surfaces[0] ?? (ENDPOINT_AUDIENCES.some(({ audience }) => named.has(audience)) ? 'mde' : null);
}
