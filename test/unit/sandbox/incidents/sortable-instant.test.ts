import { describe, expect, it } from 'vitest';
import { sortableInstant } from '../../../../sandbox/incidents/sortable-instant';
import { instant } from '../../../../sandbox/incidents/times';

describe('moments', () => {
  it('keep all seven digits when made sortable', () => {
    expect(sortableInstant('2020-06-03T18:04:29.4633333Z')).toBe('2020-06-03T18:04:29.4633333Z');
    expect(sortableInstant('2020-06-03T18:04:29.46Z')).toBe('2020-06-03T18:04:29.4600000Z');
    expect(sortableInstant('2020-06-03T18:04Z')).toBe('2020-06-03T18:04:00.0000000Z');
  });

  it('are brought to UTC', () => {
    expect(sortableInstant('2020-06-03T20:04:29.5+02:00')).toBe('2020-06-03T18:04:29.5000000Z');
  });

  it.each(['2020-06-03', '2020-06-03T18:04:29', 'yesterday', '2020-13-03T18:04:29Z', '2020-06-03T18:04:29.12345678Z'])(
    'refuse %s',
    (text) => {
      expect(sortableInstant(text)).toBeUndefined();
    },
  );

  it('are written without trailing zeros', () => {
    const at = Date.UTC(2020, 8, 6, 14, 46, 57, 290);
    expect(instant(at)).toBe('2020-09-06T14:46:57.29Z');
    expect(instant(at, 3_333)).toBe('2020-09-06T14:46:57.2903333Z');
    expect(instant(at - 290)).toBe('2020-09-06T14:46:57Z');
  });
});
