import type { Entity } from '../../../contract/incident';

/** A process and those it started. */
export interface ProcessNode {
  entity: Entity;
  children: ProcessNode[];
}

/** Fields of both surfaces, by what they say. */
const FIELDS = {
  pid: ['processId'],
  parent: ['parentProcessId'],
  created: ['processCreationTime', 'processCreationDateTime'],
  parentCreated: ['parentProcessCreationTime', 'parentProcessCreationDateTime'],
  device: ['deviceId', 'mdeDeviceId'],
} as const;

/**
 * Processes under the one that started them, where that is among them: the same device, its number, and its time of creation where both say it, as
 * numbers are used again. The others stand at the top, in the order they came.
 */
export function processTree(entities: readonly Entity[]): ProcessNode[] {
  const nodes = entities.map((entity) => ({ entity, children: [] as ProcessNode[], of: valuesOf(entity) }));
  const parents = new Map<ProcessNode, ProcessNode>();
  const roots: ProcessNode[] = [];
  for (const node of nodes) {
    const { parent, parentCreated, device } = node.of;
    const found =
      parent === null
        ? undefined
        : nodes.find(
            ({ of }) =>
              of !== node.of &&
              of.pid === parent &&
              of.device === device &&
              (of.created === null || parentCreated === null || of.created === parentCreated),
          );
    if (!found || isAbove(node, found, parents)) roots.push(node);
    else {
      parents.set(node, found);
      found.children.push(node);
    }
  }
  return roots;
}

/** Whether a node stands above another one: as its child it would make a circle. */
function isAbove(node: ProcessNode, other: ProcessNode, parents: ReadonlyMap<ProcessNode, ProcessNode>): boolean {
  for (let at: ProcessNode | undefined = other; at; at = parents.get(at)) if (at === node) return true;
  return false;
}

function valuesOf({ fields }: Entity): Record<keyof typeof FIELDS, string | null> {
  const value = (names: readonly string[]) => fields.find((field) => names.includes(field.name) && field.value !== '')?.value ?? null;
  const { pid, parent, created, parentCreated, device } = FIELDS;
  return {
    pid: value(pid),
    parent: value(parent),
    created: instantOf(value(created)),
    parentCreated: instantOf(value(parentCreated)),
    device: value(device),
  };
}

/** One moment has several spellings. */
function instantOf(text: string | null): string | null {
  if (text === null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : String(at);
}
