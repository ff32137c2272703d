import { describe, expect, it } from 'vitest';
import { techniqueId, techniqueUrl } from '../../../../contract/mitre';
import { techniqueName } from '../../../../renderer/features/incidents/mitre-names';
import { instantOf, isTimeOfDay, typedTime } from '../../../../renderer/ui/typed-time';

describe('a time that is typed', () => {
  const at = Date.UTC(2026, 10, 28, 21, 4);

  it('is on the clock of UTC, or of this computer where no other zone is chosen', () => {
    expect(typedTime(at, 'utc')).toBe('2026-11-28 21:04');
    expect(instantOf('2026-11-28 21:04', 'utc')).toBe(at);
    expect(instantOf(' 2026-11-28T21:04 ', 'utc')).toBe(at);
    expect(instantOf(typedTime(at, 'chosen'), 'chosen')).toBe(at);
    expect(typedTime(at, 'chosen')).toBe(typedTime(at - new Date(at).getTimezoneOffset() * 60_000, 'utc'));
  });

  it.each([
    '',
    'soon',
    '2026-13-01T00:00',
    '2026-02-30 10:00',
    '2026-06-31 10:00',
    '2026-11-28 24:00',
    '2026-11-28',
    '2026-11-28 21',
    '11/28/2026 21:04',
  ])('is none: %j', (typed) => {
    expect(instantOf(typed, 'utc')).toBeNull();
    expect(instantOf(typed, 'chosen')).toBeNull();
  });
});

it.each([
  ['07:00', true],
  ['23:59', true],
  ['24:00', false],
  ['7:00', false],
  ['', false],
])('%j is a time of day: %s', (typed, is) => {
  expect(isTimeOfDay(typed)).toBe(is);
});

describe('a technique', () => {
  it('is named, and leads to its page by its ID alone', () => {
    expect(techniqueName(techniqueId.parse('t1059.001'))).toBe('Command and Scripting Interpreter');
    expect(techniqueUrl(techniqueId.parse('t1059.001'))).toBe('https://attack.mitre.org/techniques/T1059/001/');
    expect(techniqueName('T9999')).toBeNull();
  });

  it.each(['T1059/../../evil', 'https://evil.example', 'T10', 'T1059.1', ''])('is no link: %j', (text) => {
    expect(techniqueId.safeParse(text).success).toBe(false);
  });
});
