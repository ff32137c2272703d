import { describe, expect, it } from 'vitest';
import { changeDetail } from '../../../../main/incidents/writing/write-audit';

const SEEN = { status: 'Active', assignedTo: null, classification: null, determination: null, comments: 0 };
const tags = (before: string[] | null, addTags: string[], removeTags?: string[]) =>
  changeDetail({ ...SEEN, tags: before }, { addTags, ...(removeTags ? { removeTags } : {}) })['tags'];

describe('tags in a line of the trail', () => {
  it('stand as they are, before and after', () => {
    expect(tags(['VIP', 'Bo’s'], ['New'])).toBe('VIP, Bo’s → VIP, Bo’s, New');
    expect(tags([], ['New'])).toBe('– → New');
  });

  it('stand in quotation marks where they would read as something else', () => {
    expect(tags(['a, b'], ['c'])).toBe('"a, b" → "a, b", c');
    expect(tags(['x → y', '–'], ['5"', ' z'])).toBe('"x → y", "–" → "x → y", "–", "5\\"", " z"');
  });

  it('are told as what was ordered where they were not read', () => {
    expect(tags(null, ['New'], ['Old', 'a, b'])).toBe('add New; remove Old, "a, b"');
  });
});
