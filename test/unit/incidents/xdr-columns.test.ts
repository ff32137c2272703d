import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../main/incidents/xdr-page';
import { readRows } from '../../../main/incidents/xdr-rows';
import { xdrColumns } from '../../../main/incidents/xdr-columns';

const FULL = {
  incidentId: 924565,
  redirectIncidentId: null,
  incidentName: '<b>Ransomware</b> & "more"',
  createdTime: '2020-09-06T14:46:57.0733333Z',
  lastUpdateTime: '2020-09-06T14:46:57.29Z',
  assignedTo: null,
  classification: 'Unknown',
  determination: 'NotAvailable',
  status: 'Active',
  severity: 'Medium',
  tags: ['VIP', ' ', 7],
  comments: [{ comment: 'c' }],
  alerts: [{ alertId: 'a' }, { alertId: 'b' }],
};

describe('columns of an incident', () => {
  it('are read from a documented one', () => {
    expect(xdrColumns(FULL, 3)).toEqual({
      incidentId: '924565',
      name: '<b>Ransomware</b> & "more"',
      severity: 'Medium',
      status: 'Active',
      assignedTo: null,
      classification: 'Unknown',
      determination: 'NotAvailable',
      alertCount: 2,
      createdAt: Date.UTC(2020, 8, 6, 14, 46, 57, 73),
      updatedAt: Date.UTC(2020, 8, 6, 14, 46, 57, 290),
      redirectIncidentId: null,
      tags: '["VIP"]',
      commentCount: 1,
      rawIndex: 3,
    });
  });

  it('keep unknown enum values as they are', () => {
    expect(xdrColumns({ ...FULL, severity: 'Catastrophic', status: 'AwaitingAction', classification: 'Benign?' }, 0)).toMatchObject({
      severity: 'Catastrophic',
      status: 'AwaitingAction',
      classification: 'Benign?',
    });
  });

  it('take times from the alerts where the incident has none', () => {
    const alerts = [
      { creationTime: '2026-04-30T00:19:48Z', lastUpdatedTime: '2026-05-02T00:00:00Z' },
      { creationTime: '2026-04-29T00:00:00Z', lastUpdatedTime: null },
    ];
    expect(xdrColumns({ incidentId: 1, alerts }, 0)).toMatchObject({ createdAt: Date.UTC(2026, 3, 29), updatedAt: Date.UTC(2026, 4, 2) });
    expect(xdrColumns({ incidentId: 1 }, 0)).toMatchObject({ createdAt: null, updatedAt: null, alertCount: 0 });
  });

  it.each([
    ['a number', 336, '336'],
    ['text', ' 336 ', '336'],
    ['a Graph id', undefined, 'g-1'],
  ])('read an id that is %s', (_name, incidentId, expected) => {
    expect(xdrColumns({ incidentId, id: 'g-1' }, 0).incidentId).toBe(expected);
  });

  it('keep the digits of ids beyond 2^53', () => {
    const items = readEnvelope('{"value":[{"incidentId":9223372036854775807,"redirectIncidentId": 9007199254740993}]}')?.items;
    expect(xdrColumns(items?.[0], 0)).toMatchObject({ incidentId: '9223372036854775807', redirectIncidentId: '9007199254740993' });
  });

  it('is merged into no incident where the number is 0, as null is spelt in some answers', () => {
    for (const none of [0, 1, '1']) expect(xdrColumns({ incidentId: 1, redirectIncidentId: none }, 0).redirectIncidentId).toBeNull();
    expect(xdrColumns({ incidentId: 1, redirectIncidentId: '7' }, 0).redirectIncidentId).toBe('7');
  });

  it.each([
    null,
    'text',
    7,
    true,
    [],
    ['x'],
    {},
    { incidentId: null },
    { incidentId: '' },
    { incidentId: { a: 1 } },
    { incidentId: 'x'.repeat(300) },
  ])('give %j an id of its own, always the same', (item) => {
    const first = xdrColumns(item, 0);
    expect(first.incidentId).toMatch(/^no-id-[0-9a-f]{16}$/);
    expect(xdrColumns(structuredClone(item), 9).incidentId).toBe(first.incidentId);
  });

  it('bear every field in every wrong form', () => {
    const wrong: unknown[] = [null, 0, -1, '', 'text', true, [], [null], [[1]], {}, { a: null }, { a: { b: [1] } }];
    for (const name of [...Object.keys(FULL), 'comments', 'tags']) {
      for (const value of wrong) {
        const columns = xdrColumns({ ...FULL, [name]: value }, 0);
        expect(typeof columns.name).toBe('string');
        expect(Number.isInteger(columns.alertCount)).toBe(true);
      }
    }
  });
});

describe('envelope of a page', () => {
  it.each([
    '',
    '<html></html>',
    '{"value":',
    'null',
    '[]',
    '{}',
    '{"value":null}',
    '{"value":{}}',
    '{"error":{}}',
    `${'['.repeat(100_000)}`,
  ])('is not found in %j', (body) => {
    expect(readEnvelope(body)).toBeNull();
  });

  it('bears a byte order mark, repeated keys and odd links', () => {
    expect(readEnvelope('\uFEFF{"value":[1]}')).toEqual({ items: [1], nextLink: null });
    expect(readEnvelope('{"value":[{"a":1,"a":12345678901234567890}],"@odata.nextLink":7}')).toEqual({
      items: [{ a: '12345678901234567890' }],
      nextLink: null,
    });
    expect(readEnvelope('{"value":[],"@odata.nextLink":"https://x/"}')).toEqual({ items: [], nextLink: 'https://x/' });
  });
});

describe('rows of a page', () => {
  const exactly = (body: string) => readEnvelope(body)?.items.map(xdrColumns);
  const rowsOf = (body: string) => readRows(Buffer.from(body));

  it.each([
    ['{"value":[{"incidentId":924565,"severity":"High","alerts":[{"id":12345678901234567890}]}]}'],
    ['{"value":[{"incidentId":9223372036854775807,"redirectIncidentId":9007199254740993}]}'],
    ['{"value":[{"incidentId":"7","incidentName":12345678901234567890}]}'],
    ['{"value":[{"incidentId":7,"assignedTo":{"of":12345678901234567890}}]}'],
    ['{"value":[{"incidentId":1e3,"status":0.1}]}'],
    ['{"value":[{"alerts":[{"id":12345678901234567890}]},12345678901234567890,null]}'],
    ['{"value":[{"incidentId":" ","id":12345678901234567890}]}'],
    [`{"value":[{"incidentId":"${'9'.repeat(201)}","x":12345678901234567890}]}`],
    ['\uFEFF{"value":[{"incidentId":1,"incidentId":2}]}'],
  ])('are those of a page read with every digit: %s', (body) => {
    expect(rowsOf(body)?.rows).toEqual(exactly(body));
    expect(rowsOf(body)?.rows).not.toHaveLength(0);
  });

  it('come with the link to the next page, and not at all from what is no page', () => {
    expect(rowsOf('{"value":[],"@odata.nextLink":"https://x/"}')).toEqual({ rows: [], nextLink: 'https://x/' });
    for (const body of [
      '{"value":',
      '{"value":{}}',
      '[]',
      'null',
      '<html>',
      '{"value":[{"incidentId":1},]}',
      '{"value":[{"incidentId":1]}]}',
      '{"value":[\uFEFF{"incidentId":1}]}',
    ]) {
      expect(rowsOf(body), body).toBeNull();
    }
  });

  it('are read from UTF-16 as well, and from the last of two lists of one name', () => {
    const body = '{"value":[{"incidentId":1}],"value":[{"incidentId":2}]}';
    expect(rowsOf(body)?.rows).toEqual(exactly('{"value":[{"incidentId":2}]}'));
    expect(rowsOf('{"value":[{"incidentId":1}],"v\\u0061lue":[{"incidentId":2}]}')?.rows).toEqual(exactly('{"value":[{"incidentId":2}]}'));
    expect(readRows(Buffer.from(`\uFEFF${body}`, 'utf16le'))?.rows).toEqual(exactly('{"value":[{"incidentId":2}]}'));
  });
});
