import { describe, expect, it } from 'vitest';
import { DETERMINATIONS, verdict } from '../../../../contract/incident-change';
import { graphBody, verdictOf, xdrBody, xdrBodyOtherwise } from '../../../../main/incidents/writing/spelled-update';

const FALSE_POSITIVE = { classification: 'falsePositive', determination: 'notEnoughDataToValidate' } as const;

describe('the body of a change', () => {
  it('is spelled as "Update incidents API" does, and once more as "Incidents API" does', () => {
    const update = { status: 'inProgress', assignedTo: null, verdict: FALSE_POSITIVE, tags: ['A'], comment: 'Why' } as const;
    const body = xdrBody({ ...update, tags: [...update.tags] });
    expect(body).toEqual({
      status: 'InProgress',
      assignedTo: null,
      classification: 'FalsePositive',
      determination: 'NoEnoughDataToValidate',
      tags: ['A'],
      comment: 'Why',
    });
    expect(xdrBodyOtherwise({ ...update, tags: [...update.tags] })).toEqual({ ...body, determination: 'InsufficientData' });
    expect(xdrBodyOtherwise({ verdict: { classification: 'truePositive', determination: 'malware' } })).toBeNull();
  });

  it('is spelled as Graph’s schema does, without the comment', () => {
    expect(graphBody({ status: 'resolved', verdict: FALSE_POSITIVE, tags: [], comment: 'Why' })).toEqual({
      status: 'resolved',
      ...FALSE_POSITIVE,
      customTags: [],
    });
    expect(graphBody({ comment: 'Why' })).toBeNull();
    expect(graphBody({ verdict: null })).toEqual({ classification: 'unknown', determination: 'unknown' });
  });
});

describe('a verdict', () => {
  it('has a determination of its own classification', () => {
    expect(verdict.safeParse({ classification: 'truePositive', determination: 'notMalicious' }).success).toBe(false);
    for (const [classification, all] of Object.entries(DETERMINATIONS))
      for (const determination of all) expect(verdict.safeParse({ classification, determination }).success).toBe(true);
  });

  const facts = { status: 'Active', assignedTo: null, tags: [], comments: 0 };
  it('is known again in every spelling, and not where it cannot be given', () => {
    expect(verdictOf({ ...facts, classification: 'FalsePositive', determination: 'InsufficientData' })).toEqual(FALSE_POSITIVE);
    expect(verdictOf({ ...facts, classification: 'Unknown', determination: 'NotAvailable' })).toBeNull();
    expect(verdictOf({ ...facts, classification: 'TruePositive', determination: 'Apt' })).toBeUndefined();
  });
});
