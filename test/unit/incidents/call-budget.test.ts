import { describe, expect, it } from 'vitest';
import { CallBudget } from '../../../main/incidents/call-budget';

const START = Date.UTC(2026, 0, 1);
const LIMITS = { perMinute: 40, perHour: 100 };
const spend = (budget: CallBudget, calls: number, at: number): void => {
  for (let call = 0; call < calls; call++) budget.spend(at + call);
};

describe('the calls of a tenant', () => {
  it('are held back when a minute is used up, until its first call is a minute old', () => {
    const budget = new CallBudget(LIMITS);
    spend(budget, 39, START);
    expect(budget.nextCallAt(START + 40)).toBeLessThanOrEqual(START + 40);
    budget.spend(START + 40);
    expect(budget.nextCallAt(START + 41)).toBe(START + 60_000);
    expect(budget.use(START + 41)).toMatchObject({ lastMinute: 40, perMinute: 40, lastHour: 40, nextCallAt: START + 60_000 });
    expect(budget.use(START + 60_041)).toMatchObject({ lastMinute: 0, lastHour: 40, nextCallAt: null });
  });

  it('are held back when an hour is used up', () => {
    const budget = new CallBudget(LIMITS);
    for (let minute = 0; minute < 4; minute++) spend(budget, 25, START + minute * 60_000);
    expect(budget.nextCallAt(START + 600_000)).toBe(START + 3_600_000);
  });

  it('wait as a refusal says, and become fewer for an hour where the limit showed', () => {
    const budget = new CallBudget(LIMITS);
    spend(budget, 20, START);
    budget.refused(START + 30, START + 8_000);
    expect(budget.nextCallAt(START + 31)).toBe(START + 60_004);
    expect(budget.use(START + 31).perMinute).toBe(16);
    expect(budget.use(START + 3_700_000).perMinute).toBe(40);
  });

  it('only wait when refused after a few: others used the quota', () => {
    const budget = new CallBudget(LIMITS);
    spend(budget, 2, START);
    budget.refused(START + 3, START + 8_000);
    expect(budget.use(START + 4)).toMatchObject({ perMinute: 40, nextCallAt: START + 8_000 });
  });

  it('are not held back for ever by a clock that was set back', () => {
    const budget = new CallBudget(LIMITS);
    spend(budget, 40, START + 86_400_000);
    expect(budget.nextCallAt(START)).toBeLessThanOrEqual(START);
  });
});
