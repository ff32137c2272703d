import { describe, expect, it } from 'vitest';
import { applyUpdate, parseUpdate } from '../../../../sandbox/defender/incident-update';

const AT = '2026-01-15T12:00:00.3333Z';
const before = { incidentId: 1, status: 'Active', classification: 'Unknown', determination: 'NotAvailable', tags: ['old'], comments: [] };
const updated = (body: unknown) => applyUpdate(before, parseUpdate(JSON.stringify(body)), 'An app', AT);

describe('an update', () => {
  it('changes what it names, replaces tags, adds the comment', () => {
    const after = updated({
      status: 'Resolved',
      assignedTo: 'secop2@customer.example',
      classification: 'TruePositive',
      determination: 'Malware',
      tags: ['A', 'B'],
      comment: 'pen testing',
    });
    expect(after).toEqual({
      incidentId: 1,
      status: 'Resolved',
      assignedTo: 'secop2@customer.example',
      classification: 'TruePositive',
      determination: 'Malware',
      tags: ['A', 'B'],
      comments: [{ comment: 'pen testing', createdBy: 'An app', createdTime: AT }],
      lastUpdateTime: AT,
    });
  });

  it('leaves the rest', () => {
    expect(updated({ status: 'InProgress' })).toEqual({ ...before, status: 'InProgress', lastUpdateTime: AT });
  });

  it.each(['NoEnoughDataToValidate', 'InsufficientData', 'Clean'])('takes both spellings: %s', (determination) => {
    expect(updated({ classification: 'FalsePositive', determination })).toMatchObject({ determination });
  });

  it.each([
    [{}],
    [[]],
    [null],
    [{ Status: 'Active' }],
    [{ comments: ['x'] }],
    [{ severity: 'High' }],
    [{ status: 'Redirected' }],
    [{ status: 'active' }],
    [{ classification: 'Unknown' }],
    [{ tags: 'A' }],
    [{ tags: [1] }],
    [{ comment: ' ' }],
    [{ comment: 5 }],
    [{ determination: 'Malware' }],
    [{ classification: 'FalsePositive', determination: 'Malware' }],
    [{ constructor: 'x' }],
  ])('refuses %j', (body) => {
    expect(() => updated(body)).toThrow(/^Request body is incorrect/);
  });

  it('refuses what is not JSON', () => {
    expect(() => parseUpdate('status=Active')).toThrow(/^Request body is incorrect/);
  });
});
