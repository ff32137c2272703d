import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../sandbox/defender/filter';
import type { Header } from '../../../../sandbox/incidents/header';

const header: Header = {
  incidentId: 1,
  createdTime: '2026-01-02T03:04:05.1234567Z',
  lastUpdateTime: '2026-01-03T00:00:00Z',
  status: 'Active',
  assignedTo: "o'hara@customer.example",
};

describe('$filter', () => {
  it.each([
    ['createdTime eq 2026-01-02T03:04:05.1234567Z', true],
    ['createdTime gt 2026-01-02T03:04:05.1234566Z', true],
    ['createdTime gt 2026-01-02T03:04:05.1234567Z', false],
    ['createdTime ge 2026-01-02T03:04:05.1234567Z', true],
    ['createdTime lt 2026-01-02T03:04:05.1234568Z', true],
    ['createdTime le 2026-01-02T03:04:05.1234566Z', false],
    ['createdTime ne 2026-01-02T03:04:05Z', true],
    ['lastUpdateTime ge 2026-01-03T01:00:00+01:00', true],
    ["status eq 'Active'", true],
    ["status ne 'Active'", false],
    ["status eq 'active'", false],
    ["assignedTo eq 'o''hara@customer.example'", true],
    ['assignedTo eq null', false],
    ['assignedTo ne null', true],
    ["not status eq 'Active'", false],
    ["status eq 'Resolved' or status eq 'Active' and assignedTo eq null", false],
    ["status eq 'Active' or status eq 'Resolved' and assignedTo eq null", true],
    ["(status eq 'Active' or status eq 'Resolved') and assignedTo eq null", false],
    ["not (status eq 'Resolved' or assignedTo eq null)", true],
    ["  status  eq  'Active'  ", true],
  ])('%s → %s', (filter, expected) => {
    expect(parseFilter(filter)(header)).toBe(expected);
  });

  it.each([
    "severity eq 'High'",
    "classification eq 'TruePositive'",
    'incidentId eq 1',
    "Status eq 'Active'",
    "contains(assignedTo,'x')",
    "status in ('Active','Resolved')",
    'status eq Active',
    "status gt 'Active'",
    "createdTime ge '2026-01-02T03:04:05Z'",
    'createdTime ge 2026-01-02',
    'createdTime ge yesterday',
    'createdTime GE 2026-01-02T03:04:05Z',
    "status eq 'Active' and",
    "(status eq 'Active'",
    "status eq 'Active')",
    "status eq 'Active' status eq 'Resolved'",
    "status eq 'Active",
    "'Active' eq status",
    '',
    'not',
  ])('refuses %s', (filter) => {
    expect(() => parseFilter(filter)).toThrow(/^Invalid OData URI query /);
  });
});
