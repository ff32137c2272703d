import { describe, expect, it } from 'vitest';
import { hasTime, timeColumnOf } from '../../../main/hunting/kql/insertions';
import { planSplit } from '../../../main/hunting/kql/split-plan';
import { DAY_MS } from '../../../main/hunting/parts';
import { wholeQuery } from '../../../main/hunting/queries';
import { DOCUMENTED_TABLES } from '../../../renderer/features/hunting/schema/known-tables';

const range = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 2) };
const BETWEEN = (column: string) => `${column} >= datetime(2026-11-01T00:00:00.000Z) and ${column} < datetime(2026-11-02T00:00:00.000Z)`;

describe('the time of the documented tables', () => {
  it.each(DOCUMENTED_TABLES.map((table) => [table.name, table] as const))('is where a range is put to it: %s', (name, { columns }) => {
    const times = columns.filter(({ type }) => type === 'datetime').map((column) => column.name);
    const expected = hasTime(name) ? [timeColumnOf(name, 'Timestamp')] : [];
    expect(times).toEqual(expect.arrayContaining(expected));
    if (!hasTime(name)) expect(times).not.toContain('Timestamp');
  });

  it('is limited in the column each table has it in', () => {
    const query = 'CallActivityEvents | join kind=inner (MessageEvents | project ThreadId, ThreadSubtype) on ThreadId';
    const asked = wholeQuery({ query, range }, { takesRange: false });
    expect(asked).toEqual({
      query: `CallActivityEvents | where ${BETWEEN('ActivityTimestamp')} | join kind=inner (MessageEvents | where ${BETWEEN('Timestamp')} | project ThreadId, ThreadSubtype) on ThreadId`,
    });
  });

  it('is limited in a table that stands alone in the brackets of a join or union', () => {
    const asked = (query: string) => wholeQuery({ query, range }, { takesRange: false });
    expect(asked('AlertInfo | join kind=inner (AlertEvidence) on AlertId')).toEqual({
      query: `AlertInfo | where ${BETWEEN('Timestamp')} | join kind=inner (AlertEvidence | where ${BETWEEN('Timestamp')}) on AlertId`,
    });
    expect(asked('let Known = AlertEvidence | project AlertId; AlertInfo | join kind=inner (Known) on AlertId')).toEqual({
      query: `let Known = AlertEvidence | where ${BETWEEN('Timestamp')} | project AlertId; AlertInfo | where ${BETWEEN('Timestamp')} | join kind=inner (Known) on AlertId`,
    });
  });

  it('splits a table by its own column, and no union of tables with different ones', () => {
    const alone = planSplit('CallActivityEvents | where CallSchedulingType == "Adhoc"', DAY_MS);
    expect(alone.ok && alone.plan.column).toBe('ActivityTimestamp');
    expect(planSplit('union CallActivityEvents, MessageEvents | where ThreadId == "x"', DAY_MS).ok).toBe(false);
  });
});
