import type { Device, Entity, Field } from '../../contract/incident';
import { observableKey } from '../../contract/observable';

/** What is said of a thing in one alert and may be another in the next: the fields all evidence of Graph has, and what Defender XDR calls the same. */
const OF_THE_ALERT: ReadonlySet<string> = new Set([
  'createdDateTime',
  'evidenceCreationTime',
  'verdict',
  'remediationStatus',
  'remediationStatusDetails',
  'roles',
  'detailedRoles',
  'tags',
  'detectionStatus',
]);

/** Devices over several alerts, each once; what differs between two sightings of one device is kept side by side. */
export function uniqueDevices(devices: readonly Device[]): Device[] {
  return unique(devices, ({ id, title, fields }) => (id === null ? `${title}\n${identityOf(fields)}` : id.toLowerCase()));
}

/** Entities over several alerts, each once: the same when kind and every value agree that is not of the alert. */
export function uniqueEntities(entities: readonly Entity[]): Entity[] {
  return unique(entities, ({ kind, fields }) => `${kind}\n${identityOf(fields)}`);
}

function unique<T extends Pick<Entity, 'fields' | 'observables'>>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  const merged = new Map<string, { first: T; fields: Map<string, Field>; observables: Map<string, T['observables'][number]> }>();
  for (const thing of things) {
    const key = keyOf(thing);
    const known = merged.get(key) ?? { first: thing, fields: new Map(), observables: new Map() };
    merged.set(key, known);
    for (const field of thing.fields) known.fields.set(fieldKey(field), field);
    for (const one of thing.observables) known.observables.set(observableKey(one), one);
  }
  return [...merged.values()].map(({ first, fields, observables }) => ({
    ...first,
    fields: [...fields.values()],
    observables: [...observables.values()],
  }));
}

/** Things inside another one have fields of the alert as well. */
function identityOf(fields: readonly Field[]): string {
  return JSON.stringify(
    fields
      .filter(({ name }) => !OF_THE_ALERT.has(name.slice(name.lastIndexOf('.') + 1)))
      .map(fieldKey)
      .sort(),
  );
}

const fieldKey = ({ name, value }: Field): string => `${name}\n${value}`;
