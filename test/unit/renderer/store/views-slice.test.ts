import { expect, it } from 'vitest';
import { knownLayout } from '../../../../renderer/store/views-slice';

it('takes the columns it knows of a view, and never loses name and tenant', () => {
  const columns = [
    { id: 'status', width: null },
    { id: 'of a later version', width: 80 },
    { id: 'tenant', width: 200 },
  ];
  expect(knownLayout({ columns, compact: true })).toEqual({
    columns: [
      { id: 'name', width: null },
      { id: 'status', width: null },
      { id: 'tenant', width: 200 },
    ],
    compact: true,
  });
});
