import { i18n } from '@lingui/core';
import { MAX_TAGS, type TenantProfile, tenantProfile } from '../../contract/tenant-profile';

/** The profile as it is typed: tags in one line. */
export interface ProfileForm {
  group: string;
  tags: string;
  owner: string;
  contact: string;
  notes: string;
  colour: TenantProfile['colour'];
  surface: TenantProfile['surface'];
}

export function formOf({ tags, ...rest }: TenantProfile): ProfileForm {
  return { ...rest, tags: tags.join(', ') };
}

/** What was typed as a profile, or the first field that cannot be used, with a sentence about it. */
export function profileOf(form: ProfileForm): { profile: TenantProfile } | { field: keyof ProfileForm; why: string } {
  const tags = form.tags
    .split(/[,;|\n\t]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const parsed = tenantProfile.safeParse({ ...form, tags });
  if (parsed.success) return { profile: parsed.data };
  const field = String(parsed.error.issues[0]?.path[0]);
  switch (field) {
    case 'tags':
      return { field, why: i18n.t('Up to {MAX_TAGS} tags of at most 40 characters each.', { MAX_TAGS }) };
    case 'group':
      return { field, why: i18n.t('At most 80 characters.') };
    case 'notes':
      return { field, why: i18n.t('At most 4,000 characters.') };
    case 'owner':
    case 'contact':
      return { field, why: i18n.t('At most 200 characters.') };
    default:
      return { field: 'colour', why: i18n.t('Choose one of the colours.') };
  }
}

/** Whether nothing is noted. */
export function isEmptyProfile({ group, tags, owner, contact, notes, colour, surface }: TenantProfile): boolean {
  return group + owner + contact + notes === '' && tags.length === 0 && colour === null && surface === null;
}
