import { expect, it } from 'vitest';
import { reportGaps } from '../../../../renderer/features/export/report-words';

const failed = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ tenantName: `Customer ${at + 1}`, detail: `No space ${at + 1}` }));

it('Nothing is said of reports that were all written whole', () => {
  expect(reportGaps({ failed: [], cancelled: false, notWhole: 0 })).toBe('');
});

it('Every customer without a report is named with its reason, and being called off is said beside it', () => {
  const words = reportGaps({ failed: failed(2), cancelled: true, notWhole: 3 });
  for (const said of [
    '2 without one',
    'Customer 1 (No space 1)',
    'Customer 2 (No space 2)',
    'Called off',
    '3 customers were not read whole',
  ])
    expect(words).toContain(said);
});

it('Of many, some are named, and the others counted', () => {
  const words = reportGaps({ failed: failed(9), cancelled: false, notWhole: 0 });
  expect(words).toContain('9 without one');
  expect(words).toContain('Customer 5');
  expect(words).not.toContain('Customer 6');
  expect(words).toContain('and 4 more');
});
