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
  const byNumber = new Map<string, typeof nodes>();
  for (const node of nodes) {
    const number = numberOn(node.of.device, node.of.pid);
    const same = byNumber.get(number);
    if (same) same.push(node);
    else byNumber.set(number, [node]);
  }
  const tops = new Map<ProcessNode, ProcessNode>();
  const roots: ProcessNode[] = [];
  for (const node of nodes) {
    const { parent, parentCreated, device } = node.of;
    const found =
      parent === null
        ? undefined
        : byNumber
            .get(numberOn(device, parent))
            ?.find(({ of }) => of !== node.of && (of.created === null || parentCreated === null || of.created === parentCreated));
    // Below one that stands below it, it would make a circle.
    if (!found || topOf(found, tops) === node) roots.push(node);
    else {
      tops.set(node, found);
      found.children.push(node);
    }
  }
  return roots;
}

const numberOn = (device: string | null, pid: string | null): string => JSON.stringify([device, pid]);

/** The one above all that a node stands below. The way there is made shorter for whoever asks next: thousands can stand below one another. */
function topOf(node: ProcessNode, tops: Map<ProcessNode, ProcessNode>): ProcessNode {
  let top = node;
  for (let above = tops.get(top); above; above = tops.get(top)) top = above;
  for (let at = node; at !== top; ) {
    const above = tops.get(at) ?? top;
    tops.set(at, top);
    at = above;
  }
  return top;
}

/** Levels there is room for; what is further below stands on the last of them. */
const LEVELS = 8;

/** As many of the processes as are to be drawn, each after the one that started it. */
export function firstOf(roots: readonly ProcessNode[], most: number): ProcessNode[] {
  const top: ProcessNode[] = [];
  const ahead = roots.toReversed().map((node) => ({ node, into: top, level: 1 }));
  for (let left = most; left > 0; left -= 1) {
    const next = ahead.pop();
    if (!next) break;
    const { node, into, level } = next;
    const shown: ProcessNode = { entity: node.entity, children: [] };
    into.push(shown);
    const below = level < LEVELS ? { into: shown.children, level: level + 1 } : { into, level };
    for (const child of node.children.toReversed()) ahead.push({ node: child, ...below });
  }
  return top;
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
