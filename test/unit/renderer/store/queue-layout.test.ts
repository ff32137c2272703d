import { expect, it } from 'vitest';
import { DEFAULT_LAYOUT, withMoved, withToggled, withWidth } from '../../../../renderer/store/queue-layout';

const ids = (columns: typeof DEFAULT_LAYOUT.columns) => columns.map(({ id }) => id);

it('takes columns away and shows them again, but never name and tenant', () => {
  const without = { ...DEFAULT_LAYOUT, columns: withToggled(DEFAULT_LAYOUT, 'status') };
  expect(ids(without.columns)).not.toContain('status');
  expect(ids(withToggled(without, 'status')).at(-1)).toBe('status');
  for (const fixed of ['name', 'tenant'] as const) expect(ids(withToggled(DEFAULT_LAYOUT, fixed))).toContain(fixed);
});

it('moves a column by one place, and not beyond the ends', () => {
  expect(ids(withMoved(DEFAULT_LAYOUT, 'name', -1)).slice(0, 2)).toEqual(['name', 'severity']);
  expect(withMoved(DEFAULT_LAYOUT, 'severity', -1)).toEqual(DEFAULT_LAYOUT.columns);
});

it('keeps widths within what can be read', () => {
  const width = (value: number | null) => withWidth(DEFAULT_LAYOUT, 'name', value).find(({ id }) => id === 'name')?.width;
  expect([width(300.4), width(1), width(9_999), width(null)]).toEqual([300, 56, 900, null]);
});
