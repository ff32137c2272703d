import { expect, it } from 'vitest';
import { DEFAULT_LAYOUT, withMoved, withPinned, withToggled, withWidth } from '../../../../renderer/store/queue-layout';

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

it('pins columns before all others, where no move takes them apart, and lets them go again', () => {
  const one = { ...DEFAULT_LAYOUT, columns: withPinned(DEFAULT_LAYOUT, 'tenant') };
  const two = { ...one, columns: withPinned(one, 'status') };
  expect(ids(two.columns).slice(0, 3)).toEqual(['tenant', 'status', 'severity']);
  expect(ids(withMoved(two, 'status', 1))).toEqual(ids(two.columns));
  expect(ids(withMoved(two, 'status', -1)).slice(0, 2)).toEqual(['status', 'tenant']);
  expect(ids(withPinned(two, 'tenant')).slice(0, 3)).toEqual(['status', 'tenant', 'severity']);
  expect(withWidth(two, 'tenant', 200)[0]).toEqual({ id: 'tenant', width: 200, pinned: true });
});
