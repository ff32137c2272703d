import { expect, it } from 'vitest';
import { productName, severityLevel, spoken, statusSign } from '../../../../renderer/features/common/incident-words';
import { inTimeOrder } from '../../../../renderer/features/incidents/alert-order';

it.each([
  ['InProgress', 'In progress'],
  ['inProgress', 'In progress'],
  ['awaitingAction', 'Awaiting action'],
  ['UnSpecifiedThing', 'Un specified thing'],
  ['catastrophic', 'Catastrophic'],
  ['UnSpecified', 'Unspecified'],
  ['', 'Not given'],
  ['constructor', 'Constructor'],
  ['Clean', 'Not malicious'],
  ['notMalicious', 'Not malicious'],
  ['NoEnoughDataToValidate', 'Not enough data to validate'],
  ['InsufficientData', 'Not enough data to validate'],
  ['notEnoughDataToValidate', 'Not enough data to validate'],
  ['CompromisedUser', 'Compromised account'],
  ['compromisedAccount', 'Compromised account'],
  ['ConfirmedUserActivity', 'Confirmed activity'],
])('"%s" is spoken as "%s"', (value, words) => {
  expect(spoken(value)).toBe(words);
});

it('keeps the capitals of a product', () => {
  expect(productName('MicrosoftDefenderForEndpoint')).toBe('Microsoft Defender for Endpoint');
});

it('draws severities of any case, and unknown ones as themselves', () => {
  expect(severityLevel('High')).toBe('high');
  expect(severityLevel('constructor')).toBe('other');
  expect(severityLevel('Informational')).toBe('informational');
  expect(severityLevel('catastrophic')).toBe('other');
});

it('gives every status a sign', () => {
  expect([statusSign('Active'), statusSign('inProgress'), statusSign('Resolved'), statusSign('Simmering')]).toEqual([
    'open',
    'working',
    'done',
    'other',
  ]);
});

it('puts alerts in the order they happened, those without a time last', () => {
  const alert = (alertId: string, firstActivityAt: number | null, createdAt: number | null) => ({
    alertId,
    title: '',
    description: null,
    category: null,
    severity: '',
    status: '',
    serviceSource: null,
    detectionSource: null,
    assignedTo: null,
    createdAt,
    firstActivityAt,
    lastActivityAt: null,
    mitreTechniques: [],
    devices: [],
    entities: [],
    other: [],
  });
  const ordered = inTimeOrder([
    alert('none', null, null),
    alert('late', 30, 1),
    alert('none2', null, null),
    alert('made', null, 20),
    alert('early', 10, 40),
  ]);
  expect(ordered.map(({ alertId }) => alertId)).toEqual(['early', 'made', 'late', 'none', 'none2']);
});
