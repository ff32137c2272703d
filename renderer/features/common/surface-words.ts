import { i18n } from '@lingui/core';
import type { Surface } from '../../../contract/permissions';
import type { Problem } from '../../../contract/problem';
import type { SurfaceUse } from '../../../contract/surface-use';
import type { Tenant, TenantHealth } from '../../../contract/tenant';
import { problemShort } from './problem-words';

/** The name of an API as Microsoft gives it. */
export function surfaceName(surface: Surface): string {
  return surface === 'graph' ? 'Microsoft Graph' : 'Defender XDR';
}

/** Source: "Migrate from the older APIs", Microsoft Graph security API overview. */
export const HUNTING_ENDS =
  /*i18n*/ 'Hunting through the Defender XDR API ends on 1 February 2027; Microsoft Graph takes its place. For incidents no end is announced.';

/** Beside a tenant that is not read over the surface preferred. */
export function viaWords(surface: Surface): string {
  return surface === 'graph' ? i18n.t('via Graph') : i18n.t('via Defender XDR');
}

/** How a tenant is read, where that is not the way preferred. */
export function fellOver({ readOver }: TenantHealth): SurfaceUse | null {
  return readOver && readOver.surface !== readOver.preferred ? readOver : null;
}

/** "Read through Microsoft Graph, because Defender XDR says: permission missing". */
export function fallOverSentence(use: SurfaceUse): string {
  return i18n.t('Read through {surface}, because {fallOverReason}', {
    surface: surfaceName(use.surface),
    fallOverReason: fallOverReason(use),
  });
}

/** "Defender XDR says: permission missing", for a tenant that is not read over it. */
export function fallOverReason({ preferred, otherProblem }: SurfaceUse): string {
  return otherProblem
    ? i18n.t('{surface} says: {reason}.', { surface: surfaceName(preferred), reason: surfaceReason(otherProblem) })
    : i18n.t('{surface} could not be used.', { surface: surfaceName(preferred) });
}

/** Why a surface is none for a tenant, inside a sentence. */
export function surfaceReason(problem: Problem): string {
  const { code, missingRoles } = problem;
  const roles = code === 'rolesMissing' && missingRoles ? ` (${missingRoles.join(i18n.t(' or '))})` : '';
  return `${surfaceShort(problem)}${roles}`;
}

/** The same in a word or two. */
export function surfaceShort({ code, httpStatus }: Problem): string {
  return httpStatus === 404 || httpStatus === 410 ? i18n.t('not there (HTTP {httpStatus})', { httpStatus }) : problemShort(code);
}

/** "2 via Graph", for a line that counts tenants; null: all are read the way preferred. */
export function viaCounts(tenants: readonly Tenant[]): string | null {
  const used = tenants.flatMap(({ health }) => fellOver(health)?.surface ?? []);
  const words = (['graph', 'xdr'] as const).flatMap((surface) => {
    const count = used.filter((one) => one === surface).length;
    return count === 0 ? [] : [`${count} ${viaWords(surface)}`];
  });
  return words.length === 0 ? null : words.join(' · ');
}
