import { describe, expect, it } from 'vitest';
import { APP_ROLES, type Feature, feature, type Surface, surface } from '../../../../contract/permissions';
import { appManifest, asciiJson, rolesOfPurpose } from '../../../../main/identity/registration/app-manifest';

/** Every choice of at least one of some things. */
function choices<T>(things: readonly T[]): T[][] {
  return Array.from({ length: 2 ** things.length - 1 }, (_, mask) => things.filter((_thing, index) => (mask + 1) & (1 << index)));
}
const purposes = choices<Feature>(feature.options).flatMap((features) =>
  choices<Surface>(surface.options).map((surfaces) => ({ name: `${features.join('+')} on ${surfaces.join('+')}`, features, surfaces })),
);

describe.each(purposes)('the permissions to $name', ({ features, surfaces }) => {
  const roles = rolesOfPurpose({ features, surfaces });

  it('allow each feature on each API, by no more than six roles, none of which could be left out', () => {
    const allows = (some: typeof roles, wanted: Feature, on: Surface) =>
      some.some((role) => role.resource === on && role.features.includes(wanted));
    const allowAll = (some: typeof roles) => surfaces.every((on) => features.every((wanted) => allows(some, wanted, on)));
    expect(allowAll(roles)).toBe(true);
    expect(roles.length).toBeLessThanOrEqual(6);
    for (const left of roles) expect(allowAll(roles.filter((role) => role !== left)), left.role).toBe(false);
  });

  it('write nothing unless incidents are to be updated', () => {
    expect(roles.some(({ role }) => role.includes('ReadWrite'))).toBe(features.includes('updateIncidents'));
  });

  it('stand in the manifest under their resource, each once, as application roles', () => {
    const { requiredResourceAccess } = appManifest({ features, surfaces }, []);
    expect(requiredResourceAccess).toHaveLength(surfaces.length);
    const access = requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess);
    expect(access.map(({ id }) => id).toSorted()).toEqual(roles.map(({ id }) => id).toSorted());
    expect(new Set(access.map(({ type }) => type))).toEqual(new Set(['Role']));
  });
});

it('a purpose that names an API twice asks for nothing twice', () => {
  expect(rolesOfPurpose({ features: ['hunt'], surfaces: ['xdr', 'xdr'] }).map(({ role }) => role)).toEqual(['AdvancedHunting.Read.All']);
  expect(APP_ROLES).toHaveLength(6);
});

it('the manifest is multitenant and lists the redirect URIs under Web', () => {
  expect(appManifest({ features: ['readIncidents'], surfaces: ['xdr'] }, ['https://portal.azure.com'])).toEqual({
    signInAudience: 'AzureADMultipleOrgs',
    web: { redirectUris: ['https://portal.azure.com'] },
    requiredResourceAccess: [
      {
        resourceAppId: '8ee8fdad-f234-4243-8f3b-15c294843740',
        resourceAccess: [{ id: 'a9790345-4595-42e4-971a-ccdc79f19b7c', type: 'Role' }],
      },
    ],
  });
});

it('ASCII JSON says the same', () => {
  const value = { name: 'Kundvård 🛡 “quoted”\u2028next' };
  expect(asciiJson(value)).toMatch(/^[\x20-\x7e\n]+$/);
  expect(JSON.parse(asciiJson(value))).toEqual(value);
});
