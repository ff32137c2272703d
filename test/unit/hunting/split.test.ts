import { beforeAll, describe, expect, it } from 'vitest';
import type { HuntingColumn, HuntingValue } from '../../../contract/hunting';
import { typeOf } from '../../../main/hunting/answer-reader';
import { planSplit } from '../../../main/hunting/kql/split-plan';
import { PartMerge } from '../../../main/hunting/part-merge';
import { DAY_MS, HOUR_MS, partsOf } from '../../../main/hunting/parts';
import { partQuery, wholeQuery } from '../../../main/hunting/queries';
import { customerTenant } from '../../../sandbox/directory/tenants';
import { evaluate, type Tables } from '../../../sandbox/kql/evaluate';
import { WIRE_TYPES, wireValue } from '../../../sandbox/kql/values';
import { incident } from '../../../sandbox/incidents/incident';
import { Telemetry } from '../../../sandbox/telemetry/telemetry';
import { REFUSED, SPLITTABLE } from './corpus';

/** Not at the beginning of an hour, so that the first and the last part are pieces of a day. */
const NOW = Date.UTC(2026, 0, 15, 12, 20, 7);
const RANGE = { from: NOW - 4 * DAY_MS, to: NOW - HOUR_MS / 3 };
let tables: Tables;

beforeAll(() => {
  const tenant = customerTenant(3, 0, 60);
  const telemetry = new Telemetry(
    () => NOW,
    () => Array.from({ length: 60 }, (_, index) => incident(tenant, NOW, index)),
  );
  telemetry.setPerDay(25);
  tables = { table: (name) => telemetry.table(tenant, name) };
});

type Answer = { columns: HuntingColumn[]; rows: HuntingValue[][] };

/** What the cloud's engine answers, in the form an answer is read in. */
function answerOf(query: string): Answer {
  const { columns, rows } = evaluate(query, tables, NOW * 1_000);
  return {
    columns: columns.map(({ name, type }) => ({ name, type: typeOf(WIRE_TYPES[type]) })),
    rows: rows.map((row) => row.map((value, at) => wireValue(value, columns[at]?.type ?? 'string') as HuntingValue)),
  };
}

function queryOf(asked: ReturnType<typeof partQuery>): string {
  if ('reason' in asked) throw new Error(asked.reason.detail);
  return asked.query;
}

/** The answers of the parts, put together. */
function splitAnswer(query: string, range: typeof RANGE | null, partMs: number): Answer {
  const answer = planSplit(query, partMs);
  if (!answer.ok) throw new Error(`refused: ${answer.why}`);
  const { plan } = answer;
  const merge = plan.merge.kind === 'rows' ? null : new PartMerge(plan.merge);
  const rows: HuntingValue[][] = [];
  let columns: HuntingColumn[] = [];
  for (const bounds of partsOf({ range, partMs, looksBackMs: plan.looksBackMs, now: NOW })) {
    const part = answerOf(queryOf(partQuery({ query, range }, plan, bounds, { takesRange: false })));
    ({ columns } = part);
    if (merge) {
      merge.take(part.columns, part.rows);
      merge.keep();
    } else rows.push(...part.rows);
  }
  const merged = merge?.result();
  return merged ? { columns: [...merged.columns], rows: merged.rows } : { columns, rows };
}

const sorted = (rows: HuntingValue[][]) => rows.map((row) => JSON.stringify(row)).sort();

describe('a query in parts of its time', () => {
  it.each(SPLITTABLE)('answers by day what it answers whole: %s', (query) => {
    for (const range of [RANGE, null]) {
      const whole = answerOf(queryOf(wholeQuery({ query, range }, { takesRange: false })));
      const split = splitAnswer(query, range, DAY_MS);
      expect(split.columns).toEqual(whole.columns);
      expect(sorted(split.rows)).toEqual(sorted(whole.rows));
    }
  });

  it('answers by hour what it answers whole, where it takes hours', () => {
    const range = { from: NOW - 9 * HOUR_MS, to: NOW };
    const taken = SPLITTABLE.filter((query) => planSplit(query, HOUR_MS).ok);
    expect(taken.length).toBeGreaterThan(SPLITTABLE.length / 2);
    for (const query of taken) {
      const whole = answerOf(queryOf(wholeQuery({ query, range }, { takesRange: false })));
      expect(sorted(splitAnswer(query, range, HOUR_MS).rows)).toEqual(sorted(whole.rows));
    }
  });

  it('finds something in most of the corpus', () => {
    const found = SPLITTABLE.filter((query) => answerOf(query).rows.length > 0);
    expect(found.length).toBeGreaterThan(SPLITTABLE.length - 6);
  });

  it('refuses bins of a day in parts of an hour', () => {
    expect(planSplit('DeviceLogonEvents | summarize dcount(AccountName) by bin(Timestamp, 1d)', HOUR_MS).ok).toBe(false);
    expect(planSplit('DeviceLogonEvents | summarize dcount(AccountName) by startofday(Timestamp)', HOUR_MS).ok).toBe(false);
    expect(planSplit('DeviceLogonEvents | summarize dcount(AccountName) by bin(Timestamp, 15m)', HOUR_MS).ok).toBe(true);
  });

  it.each(REFUSED)('is refused where the parts would answer something else: %s', (query) => {
    const answer = planSplit(query, DAY_MS);
    expect(answer.ok ? 'accepted' : answer.why).not.toBe('accepted');
    expect(answer.ok ? '' : answer.why).toMatch(/\.$/);
  });
});

describe('what is put into a query', () => {
  it.each(SPLITTABLE)('leaves every sign of it as it was: %s', (query) => {
    const answer = planSplit(query, DAY_MS);
    if (!answer.ok) throw new Error(answer.why);
    const bounds = { from: NOW - DAY_MS, to: NOW };
    const made = queryOf(partQuery({ query, range: null }, answer.plan, bounds, { takesRange: true }));
    const more = ` | where Timestamp >= datetime(${new Date(bounds.from).toISOString()}) and Timestamp < datetime(${new Date(bounds.to).toISOString()})`;
    expect(made).toContain(more);
    expect(made.replace(more, '')).toBe(query);
    expect(queryOf(wholeQuery({ query, range: RANGE }, { takesRange: true }))).toBe(query);
  });
});

describe('the parts of a time', () => {
  it('touch, do not overlap and cover all of it', () => {
    const parts = partsOf({ range: RANGE, partMs: DAY_MS, looksBackMs: null, now: NOW });
    expect(parts[0]?.to).toBe(RANGE.to);
    expect(parts.at(-1)?.from).toBe(RANGE.from);
    for (const [index, { from }] of parts.slice(0, -1).entries()) {
      expect(from).toBe(parts[index + 1]?.to);
      expect((from ?? 1) % DAY_MS).toBe(0);
    }
  });

  it('are open at both ends where no range is given, and leave out what the query does', () => {
    const parts = partsOf({ range: null, partMs: DAY_MS, looksBackMs: null, now: NOW });
    expect(parts).toHaveLength(31);
    expect([parts[0]?.to, parts.at(-1)?.from]).toEqual([null, null]);
    expect(partsOf({ range: null, partMs: DAY_MS, looksBackMs: 2 * DAY_MS, now: NOW })).toHaveLength(3);
  });
});
