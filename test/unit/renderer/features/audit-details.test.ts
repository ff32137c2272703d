import { describe, expect, test } from 'vitest';
import { detailWords } from '../../../../renderer/features/audit/audit-words';
import '../../../support/words';

describe('what a line of the audit trail is about', () => {
  test('is said in words, before and after included', () => {
    expect(detailWords({ incident: '#7', status: 'InProgress → resolved', surface: 'xdr', answer: 'Taken by the service' })).toBe(
      'Incident: #7 · Status: In progress → Resolved · Sent through: Defender XDR API · Answer: Taken by the service',
    );
    expect(detailWords({ classification: '– → TruePositive / Malware' })).toBe('Classification: – → True positive / Malware');
  });

  test('names in words what somebody else had changed', () => {
    expect(detailWords({ answer: 'Not sent: changed by somebody else meanwhile (assignedTo, status)' })).toBe(
      'Answer: Not sent: changed by somebody else meanwhile (Assigned to, Status)',
    );
    expect(detailWords({ name: 'Not sent: changed by somebody else meanwhile (status)' })).toBe(
      'Name: Not sent: changed by somebody else meanwhile (status)',
    );
  });

  test('stands as it was written where a later version wrote it', () => {
    expect(detailWords({ somethingNew: 'a → b', surface: 'elsewhere', constructor: 'x' })).toBe(
      'somethingNew: a → b · Sent through: elsewhere · constructor: x',
    );
  });
});
