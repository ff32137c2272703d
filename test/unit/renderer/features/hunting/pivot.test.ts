import { expect, it } from 'vitest';
import { observablesOf } from '../../../../../renderer/features/hunting/results/pivot';

it('looks for values of a row in incidents, each once, of long ones the beginning', () => {
  const values = {
    Timestamp: '2026-01-01',
    DeviceId: 'd1',
    RemoteIP: '192.0.2.1',
    LocalIP: '192.0.2.1',
    SHA1: '',
    ProcessCommandLine: 'x'.repeat(3_000),
    AccountSid: null,
  };
  const columns = Object.keys(values).map((name) => ({ name, type: 'string' as const }));
  const row = { tenantId: '11111111-1111-4111-8111-111111111111', values: Object.values(values) };
  expect(observablesOf(row, columns)).toEqual([
    { kind: 'host', value: 'd1' },
    { kind: 'ip', value: '192.0.2.1' },
    { kind: 'command', value: 'x'.repeat(2_000) },
  ]);
});
