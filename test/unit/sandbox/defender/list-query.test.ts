import { describe, expect, it } from 'vitest';
import { parseListQuery } from '../../../../sandbox/defender/list-query';

describe('the list query', () => {
  it('asks for a full first page when nothing is said', () => {
    expect(parseListQuery('')).toMatchObject({ top: 100, skip: 0, filterText: null });
  });

  it('reads a plus as a space, as the documented example writes it', () => {
    const { filterText } = parseListQuery('?$filter=lastUpdateTime+ge+2020-06-03T18:04:29.4633333Z');
    expect(filterText).toBe('lastUpdateTime ge 2020-06-03T18:04:29.4633333Z');
  });

  it.each(['?$top=100&$skip=0', '?%24top=0', '?$skip=100000', '?unknown=1'])('takes %s', (search) => {
    expect(() => parseListQuery(search)).not.toThrow();
  });

  it.each([
    '?$top=101',
    '?$top=-1',
    '?$top=ten',
    '?$top=',
    '?$skip=-100',
    '?$skip=1.5',
    '?$orderby=createdTime',
    '?$select=incidentId',
    '?$expand=alerts',
    '?$count=true',
    '?$top=1&$top=2',
    '?$filter=',
  ])('refuses %s', (search) => {
    expect(() => parseListQuery(search)).toThrow(/^Invalid OData URI query /);
  });
});
