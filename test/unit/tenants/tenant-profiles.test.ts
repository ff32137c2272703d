import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE, MAX_TAGS, tenantProfile } from '../../../contract/tenant-profile';
import { edited } from '../../../main/tenants/tenant-profiles';

const profile = { ...EMPTY_PROFILE, group: 'Retail', tags: ['Gold', 'night'] };

describe('an edit of several tenants', () => {
  it('sets a group, also none', () => {
    expect(edited(profile, { kind: 'setGroup', group: 'Energy' })).toEqual({ ...profile, group: 'Energy' });
    expect(edited(profile, { kind: 'setGroup', group: '' })).toEqual({ ...profile, group: '' });
    expect(edited(profile, { kind: 'setGroup', group: 'Retail' })).toBeNull();
  });

  it('adds a tag once, without regard to case, while there is room', () => {
    expect(edited(profile, { kind: 'addTag', tag: 'pilot' })?.tags).toEqual(['Gold', 'night', 'pilot']);
    expect(edited(profile, { kind: 'addTag', tag: 'gold' })).toBeNull();
    const full = { ...profile, tags: Array.from({ length: MAX_TAGS }, (_, index) => `tag ${index}`) };
    expect(edited(full, { kind: 'addTag', tag: 'one more' })).toBeNull();
  });

  it('removes a tag without regard to case', () => {
    expect(edited(profile, { kind: 'removeTag', tag: 'GOLD' })?.tags).toEqual(['night']);
    expect(edited(profile, { kind: 'removeTag', tag: 'pilot' })).toBeNull();
  });
});

describe('tenantProfile', () => {
  it('keeps the first spelling of a tag, in the order given', () => {
    expect(tenantProfile.parse({ ...EMPTY_PROFILE, tags: ['b', 'A', ' a ', 'B'] }).tags).toEqual(['b', 'A']);
  });

  it('takes no tag that a list in one cell would split', () => {
    for (const tag of ['a,b', 'a;b', 'a|b', 'a\nb', '', ' '])
      expect(tenantProfile.safeParse({ ...EMPTY_PROFILE, tags: [tag] }).success).toBe(false);
  });
});
