import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../contract/incident';
import { groupEntities } from '../../../../renderer/features/incidents/entity-groups';
import { firstOf, type ProcessNode, processTree } from '../../../../renderer/features/incidents/process-tree';

const entity = (kind: string, title: string, values: Record<string, string> = {}): Entity => ({
  kind,
  known: true,
  title,
  fields: Object.entries(values).map(([name, value]) => ({ name, value })),
  observables: [],
});
const process = (title: string, values: Record<string, string>) => entity('Process', title, values);
const shape = (nodes: readonly ProcessNode[]): unknown[] =>
  nodes.map(({ entity: { title }, children }) => (children.length === 0 ? title : [title, ...shape(children)]));

describe('processes as a tree', () => {
  it('stand under the one that started them, on the same device, whatever order they came in', () => {
    const tree = processTree([
      process('cmd', { processId: '20', parentProcessId: '10', deviceId: 'a' }),
      process('word', { processId: '10', parentProcessId: '1', deviceId: 'a' }),
      process('powershell', { processId: '30', parentProcessId: '20', deviceId: 'a' }),
      process('elsewhere', { processId: '40', parentProcessId: '10', deviceId: 'b' }),
    ]);
    expect(shape(tree)).toEqual([['word', ['cmd', 'powershell']], 'elsewhere']);
  });

  it('stand alone where the number was used again: the times of creation differ', () => {
    const parent = process('old', { processId: '10', processCreationTime: '2026-11-01T08:00:00Z' });
    const child = (time: string) => process('child', { processId: '20', parentProcessId: '10', parentProcessCreationTime: time });
    expect(shape(processTree([parent, child('2026-11-02T08:00:00Z')]))).toEqual(['old', 'child']);
    expect(shape(processTree([parent, child('2026-11-01T08:00:00.000Z')]))).toEqual([['old', 'child']]);
  });

  it('are found as Graph names them', () => {
    const parent = process('a', { processId: '1', mdeDeviceId: 'x', processCreationDateTime: '2026-11-01T08:00:00Z' });
    const child = process('b', {
      processId: '2',
      parentProcessId: '1',
      mdeDeviceId: 'x',
      parentProcessCreationDateTime: '2026-11-01T08:00:00Z',
    });
    expect(shape(processTree([child, parent]))).toEqual([['a', 'b']]);
  });

  it('never lose one: those that name each other, themselves or nobody', () => {
    const nodes = processTree([
      process('a', { processId: '1', parentProcessId: '2' }),
      process('b', { processId: '2', parentProcessId: '1' }),
      process('self', { processId: '3', parentProcessId: '3' }),
      process('bare', {}),
    ]);
    expect(
      JSON.stringify(shape(nodes))
        .match(/a|b(?!are)|self|bare/g)
        ?.toSorted(),
    ).toEqual(['a', 'b', 'bare', 'self']);
    expect(processTree([])).toEqual([]);
  });
});

describe('a tree too large to be drawn at once', () => {
  const device = 'a';
  const chainOf = (length: number) =>
    Array.from({ length }, (_, at) => process(`p${at}`, { processId: String(at), parentProcessId: String(at - 1), deviceId: device }));
  const chain = chainOf(10_000);
  const depthOf = (nodes: readonly ProcessNode[]): number => nodes.reduce((most, { children }) => Math.max(most, 1 + depthOf(children)), 0);
  const namesOf = (nodes: readonly ProcessNode[]): string[] =>
    nodes.flatMap(({ entity: { title }, children }) => [title, ...namesOf(children)]);

  it('is made of a hundred thousand that start one another, whatever order they came in, without comparing each with every other', () => {
    const long = chainOf(100_000);
    // Each with every other would outlast the time a test has.
    for (const some of [long, long.toReversed()]) {
      const roots = processTree(some);
      expect(roots.map(({ entity: { title } }) => title)).toEqual(['p0']);
    }
  });

  it('is drawn in part, each below the one that started it, and never deeper than there is room for', () => {
    const children = Array.from({ length: 5_000 }, (_, at) =>
      process(`c${at}`, { processId: `c${at}`, parentProcessId: '0', deviceId: device }),
    );
    const wide = firstOf(processTree([...chain.slice(0, 1), ...children]), 50);
    expect(namesOf(wide)).toEqual(['p0', ...children.slice(0, 49).map(({ title }) => title)]);
    expect(wide[0]?.children).toHaveLength(49);
    const deep = firstOf(processTree(chain), 10_000);
    expect(namesOf(deep)).toEqual(chain.map(({ title }) => title));
    expect(depthOf(deep)).toBeLessThanOrEqual(10);
  });
});

describe('entities by what they are', () => {
  it('none is lost, whatever a kind is called', () => {
    const groups = groupEntities([entity('constructor', 'one'), entity('__proto__', 'two')]);
    expect(groups.flatMap(({ group, entities }) => entities.map(({ title }) => [group, title]))).toEqual([
      ['other', 'one'],
      ['other', 'two'],
    ]);
  });

  it('stand in the order analysts ask for them; kinds nobody knows are other evidence', () => {
    const groups = groupEntities([
      entity('Url', 'u'),
      entity('kubernetesPod', 'pod'),
      entity('User', 'ana'),
      entity('SecurityGroup', 'admins'),
      entity('MailCluster', 'cluster'),
      entity('', 'nothing'),
    ]);
    expect(groups.map(({ group, entities }) => [group, entities.map(({ title }) => title)])).toEqual([
      ['users', ['ana', 'admins']],
      ['messages', ['cluster']],
      ['urls', ['u']],
      ['other', ['pod', 'nothing']],
    ]);
  });
});
