import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { TENANT_STATES, type TenantState } from './types';
import type { World } from './world';

const DAY = 86_400_000;

interface SavedState {
  seed: number;
  anchor: number;
  states: Record<string, TenantState>;
  /** Tenants that consented to the second registration. */
  writeConsents?: string[];
  /** What tenants granted, by client and tenant. */
  grants?: Record<string, readonly string[]>;
}

/** What the file holds, if it is one of ours and of this seed; anything else counts as none. */
function read(file: string, seed: number): SavedState | null {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Partial<SavedState> | null;
    if (saved?.seed !== seed || typeof saved.anchor !== 'number' || typeof saved.states !== 'object') return null;
    return { seed, anchor: saved.anchor, states: saved.states, writeConsents: saved.writeConsents ?? [], grants: saved.grants ?? {} };
  } catch {
    return null;
  }
}

/**
 * Keeps tenant states in a file: takes over those of the last run, and writes at every change.
 * The incidents' dates are kept for a day too, so that a restart does not move them; a date given by the caller goes first.
 */
export function keepStates(world: World, file: string, nowIsGiven: boolean): void {
  const saved = read(file, world.seed);
  for (const [tenantId, state] of Object.entries(saved?.states ?? {})) {
    const tenant = world.directory.find(tenantId);
    if (tenant && TENANT_STATES.includes(state)) tenant.state = state;
  }
  for (const tenantId of saved?.writeConsents ?? []) world.writeConsents.add(tenantId);
  world.registrations.restore(saved?.grants ?? {});
  if (saved && !nowIsGiven && world.anchor - saved.anchor < DAY && saved.anchor <= world.anchor) world.anchor = saved.anchor;
  const save = () => {
    const states = Object.fromEntries(world.directory.tenants.map((tenant) => [tenant.tenantId, tenant.state]));
    const state: SavedState = {
      seed: world.seed,
      anchor: world.anchor,
      states,
      writeConsents: [...world.writeConsents],
      grants: world.registrations.saved(),
    };
    writeFileSync(`${file}.new`, JSON.stringify(state, null, 1), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  world.onStateChange = save;
  save();
}
