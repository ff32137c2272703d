import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Access, chooseAccess, type HasIndex, type Order } from '../../../main/store/queue/access';
import { wantedOf } from '../../../main/store/queue/conditions';
import { TempStore } from '../../support/store/temp-store';

const MILLION = 1_000_000;
/** How many of a million incidents have a value. */
const COUNTS: Record<string, number> = { 'severity high': 100_000, 'status awaitingaction': 40, 'tenant 7': 2_000, 'assignedTo bo': 300 };
const tally = { total: MILLION, with: (dimension: string, value: string | number) => COUNTS[`${dimension} ${value}`] ?? 0 };

function access(
  order: Order,
  filter: Parameters<typeof wantedOf>[0],
  rows: number,
  hits: number | null = null,
  hasIndex: HasIndex = () => true,
  { isUneven = false, inMemory = false } = {},
): Access {
  const wanted = wantedOf(filter, { tenants: filter.tenantId === null ? null : new Set([7]), statuses: [], now: 0 });
  return chooseAccess({ order, wanted, segment: { values: {}, rows }, upTo: 100, hits, isUneven, inMemory, tally, hasIndex });
}

describe('the way to the rows of a window', () => {
  const ALL = { tenantId: null };

  it('is along the order where many rows match', () => {
    expect(access('updatedAt', ALL, MILLION)).toEqual({ how: 'walk', index: 'incident_newest' });
    expect(access('name', { ...ALL, severities: ['high'] }, 100_000)).toEqual({ how: 'walk', index: 'incident_by_name' });
  });

  it('is along a value’s own rows, newest first', () => {
    expect(access('updatedAt', { tenantId: 'x' }, 2_000)).toEqual({ how: 'walk', index: 'incident_of_tenant' });
    expect(access('updatedAt', { ...ALL, assignees: ['Bo'] }, 300)).toEqual({ how: 'walk', index: 'incident_of_assignee' });
  });

  it('is gathering a few and sorting them, where walking would pass over nearly all', () => {
    expect(access('name', { ...ALL, statuses: ['awaitingAction'] }, 40)).toEqual({ how: 'gather', index: 'incident_of_status' });
    expect(access('createdAt', { ...ALL, assignees: ['bo'] }, 300)).toEqual({ how: 'gather', index: 'incident_of_assignee' });
  });

  it('is what the full text found, where that is little', () => {
    expect(access('name', ALL, 12, 12)).toEqual({ how: 'hits', index: 'incident_facts' });
    expect(access('updatedAt', ALL, 400_000, 400_000)).toEqual({ how: 'walk', index: 'incident_newest' });
  });

  it('is sorting what was found in memory, where walking would pass over much that was not', () => {
    const inMemory = { inMemory: true };
    expect(access('updatedAt', ALL, 400_000, 400_000, undefined, inMemory)).toEqual({ how: 'walk', index: 'incident_newest' });
    expect(access('updatedAt', ALL, 400_000, 400_000, undefined, { ...inMemory, isUneven: true })).toEqual({ how: 'memory', index: null });
    expect(access('createdAt', ALL, 2_000, 2_000, undefined, inMemory)).toEqual({ how: 'memory', index: null });
    expect(access('name', ALL, 400_000, 400_000, undefined, inMemory).how).toBe('walk');
  });
});

describe('the way to the rows while a large read runs', () => {
  const few: HasIndex = (name) => name === 'incident_newest';

  it.each<[Order, Access]>([
    ['updatedAt', { how: 'walk', index: 'incident_newest' }],
    ['name', { how: 'gather', index: 'incident_newest' }],
    ['createdAt', { how: 'gather', index: 'incident_newest' }],
    ['alertCount', { how: 'gather', index: 'incident_newest' }],
  ])('is along the one order that is kept: by %s', (order, way) => {
    expect(access(order, { tenantId: 'x' }, 2_000, null, few)).toEqual(way);
    expect(access(order, { tenantId: null, severities: ['high'] }, 100_000, null, few)).toEqual(way);
  });

  it('is by key to what the full text found', () => {
    expect(access('name', { tenantId: null }, 12, 12, few)).toEqual({ how: 'hits', index: null });
  });
});

describe('the indexes of the queue', () => {
  const temp = new TempStore();
  let plan: (sql: string) => string;
  beforeAll(async () => {
    await (await temp.open()).close();
    const database = temp.database();
    plan = (sql) => (database.prepare(`explain query plan ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ');
  });
  afterAll(() => temp.remove());

  it.each([
    ['incident_newest', 'updated_at desc nulls last, id'],
    ['incident_newest', 'updated_at asc nulls last, id desc'],
    ['incident_created', 'created_at desc nulls last, id'],
    ['incident_created', 'created_at asc nulls last, id desc'],
    ['incident_by_name', 'name_folded, updated_at desc, id'],
    ['incident_by_name', 'name_folded desc, updated_at, id desc'],
    ['incident_by_alerts', 'alert_count desc, updated_at desc, id'],
    ['incident_by_alerts', 'alert_count, updated_at, id desc'],
  ])('%s gives the order %s without sorting, and without reading the rows that are passed over', (index, order) => {
    const sql = `select id from incident indexed by ${index} where severity_folded = 'high' and tenant_key in (1, 2) order by ${order} limit 100`;
    expect(plan(sql)).toBe(`SCAN incident USING COVERING INDEX ${index}`);
  });

  it.each([
    ['tenant', 'tenant_key', 7],
    ['severity', 'severity_folded', "'high'"],
    ['status', 'status_folded', "'active'"],
    ['assignee', 'assigned_folded', "'bo'"],
  ])('incident_of_%s gives the newest of one value', (name, column, value) => {
    const sql = `select id from incident indexed by incident_of_${name} where ${column} = ${value} and tenant_key <> 3 order by updated_at desc nulls last, id limit 100`;
    expect(plan(sql)).toContain(`USING COVERING INDEX incident_of_${name} (${column}=?`);
    expect(plan(sql)).not.toContain('TEMP B-TREE');
  });
});
