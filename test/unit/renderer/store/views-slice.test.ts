import { expect, it } from 'vitest';
import { knownLayout } from '../../../../renderer/store/views-slice';

it('takes the columns it knows of a view, and never loses name and tenant', () => {
  const columns = [
    { id: 'status', width: null, pinned: false },
    { id: 'of a later version', width: 80, pinned: false },
    { id: 'tenant', width: 200, pinned: true },
  ];
  expect(knownLayout({ columns, compact: true })).toEqual({
    columns: [
      { id: 'tenant', width: 200, pinned: true },
      { id: 'name', width: null, pinned: false },
      { id: 'status', width: null, pinned: false },
    ],
    compact: true,
  });
});
