import type { SandboxIncident } from '../../../sandbox/index';
import type { Dice } from './dice';
import type { HistoryClock } from './history-clock';
import type { Truth } from './truth';

/** How much later than it happened a change may be listed. Up to the overlap of the engine nothing may be lost; the last one is the very edge. */
const LATE_MS = [0, 0, 0, 1, 60_000, 299_999, 300_000];

/** Lets something happen in a tenant: at this moment, often the same as that of the change before. */
export function changeSomething(dice: Dice, clock: HistoryClock, truth: Truth, tenantId: string): string {
  clock.move(dice.pick([0, 0, 0, 1, 400, 90_000]));
  const listed = truth.now(tenantId);
  const kind = listed.length < 3 ? 'create' : dice.pick(['create', 'create', 'update', 'update', 'merge', 'vanish'] as const);
  const at = instantText(clock.service - dice.pick(LATE_MS), dice.pick(['', '', '', '3333']));
  if (kind === 'create') {
    for (let left = dice.pick([1, 1, 2, 7]); left > 0; left--) truth.add(tenantId, { createdTime: at, lastUpdateTime: at });
    return `create at ${at}`;
  }
  const index = dice.int(0, listed.length - 1);
  if (kind === 'vanish') {
    // A run of them in one place moves the list past the edge of a page.
    for (let left = dice.pick([1, 2, 6]); left > 0 && truth.now(tenantId).length > index; left--) truth.remove(tenantId, index);
    return `vanish from ${index}`;
  }
  const before = listed[index];
  const lastUpdateTime = laterOf(String(before?.['lastUpdateTime']), at);
  const target = listed[dice.int(0, listed.length - 1)]?.['incidentId'];
  const merge: SandboxIncident = { status: 'Redirected', redirectIncidentId: target };
  const update: SandboxIncident = {
    status: dice.pick(['Active', 'InProgress', 'Resolved']),
    severity: dice.pick(['High', 'Low', 'Medium']),
    incidentName: `Changed ${dice.int(1, 1_000_000)}`,
  };
  truth.change(tenantId, index, { ...(kind === 'merge' ? merge : update), lastUpdateTime });
  return `${kind} ${index} at ${lastUpdateTime}`;
}

/** Made and last changed at this moment. */
export function bearing(at: number): { createdTime: string; lastUpdateTime: string } {
  return { createdTime: instantText(at, ''), lastUpdateTime: instantText(at, '') };
}

/** As the service writes it, with what is smaller than a millisecond. */
function instantText(at: number, ticks: string): string {
  return new Date(at).toISOString().replace('Z', `${ticks}Z`);
}

/** An incident's last update never goes back. */
function laterOf(before: string, at: string): string {
  return Date.parse(before) > Date.parse(at) ? before : at;
}
