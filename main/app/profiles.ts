import { readFile } from 'node:fs/promises';
import type { Profile } from '../../contract/app-status';
import { parseCloudFile, profileIdOf } from '../cloud/cloud-file';
import { MICROSOFT_CLOUDS } from '../cloud/clouds';
import type { CloudEnvironment } from '../cloud/environment';

/** A profile and the clouds a partner app of it may be in. Profiles share nothing: not the store, not the keychain entries. */
export interface ProfileDefinition {
  profile: Profile;
  clouds: readonly CloudEnvironment[];
}

/** Microsoft's own clouds. */
export const LIVE: ProfileDefinition = { profile: { id: 'live', kind: 'live', name: 'Microsoft', hosts: [] }, clouds: MICROSOFT_CLOUDS };

/** The cloud of a definition file. Throws with a sentence for people when the file is not one. */
export async function profileOfCloudFile(path: string): Promise<ProfileDefinition> {
  const environment = parseCloudFile(await readFile(path, 'utf8'));
  return profileOfCloud(environment, { id: profileIdOf(environment), kind: 'custom', name: environment.name });
}

/** A profile with exactly one cloud. */
export function profileOfCloud(
  environment: CloudEnvironment,
  { id, kind, name }: Pick<Profile, 'id' | 'kind' | 'name'>,
): ProfileDefinition {
  const hosts = [...new Set([environment.loginBase, environment.apiBase, environment.graphBase])];
  return { profile: { id, kind, name, hosts }, clouds: [environment] };
}

/** Every profile has one. */
export function firstCloudOf(definition: ProfileDefinition) {
  const [first] = definition.clouds;
  if (!first) throw new Error(`Profile ${definition.profile.id} has no cloud`);
  return first;
}
