import type { SandboxControl, SandboxIncident } from '../types';
import { TENANT_STATES } from '../types';
import type { World } from '../world';

/** Leaves out keys set to undefined, as an incident that lacks them. */
function merged(before: SandboxIncident, patch: SandboxIncident): SandboxIncident {
  return Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined));
}

/** Served incidents are JSON; a copy keeps a test from changing the cloud by accident. */
const copy = (incident: SandboxIncident): SandboxIncident => structuredClone(incident);

/** The knobs of a running sandbox. Unknown tenants are a mistake of the caller and throw. */
export function createControl(world: World): SandboxControl {
  const tenant = (tenantId: string) => world.directory.mustFind(tenantId);
  return {
    setTenantState: (tenantId, state) => {
      if (!TENANT_STATES.includes(state)) throw new RangeError(`no such tenant state: ${String(state)}`);
      tenant(tenantId).state = state;
      world.registrations.forget(tenant(tenantId).tenantId);
      world.onStateChange();
    },
    setRegistration: (clientId, patch) => world.registrations.change(clientId, patch),
    setCredential: (state) => {
      world.credential = state;
    },
    refuse: (tenantId, place, code) => {
      const key = `${place} ${tenant(tenantId).tenantId}`;
      if (code === null) world.refusals.delete(key);
      else world.refusals.set(key, code);
    },
    addCertificate: (pem) => world.certificates.add(pem),
    addAddress: (base) => {
      world.addresses.add(base);
    },
    fault: (rule) => world.faults.add(rule),
    clearFaults: () => world.faults.clear(),
    setLatency: (milliseconds) => {
      world.latencyMs = milliseconds;
    },
    setClock: (milliseconds) => world.setClock(milliseconds),
    setTokenLifetime: (seconds) => {
      world.tokenLifetimeSeconds = seconds;
    },
    throttle: (tenantId, rule) => world.throttles.set(tenant(tenantId).tenantId, rule),
    setNextLink: (on) => {
      world.nextLink = on;
    },
    setGraph: ({ spelling, settleReads }) => {
      if (spelling !== undefined) world.graph.spelling = spelling;
      if (settleReads !== undefined) world.graph.settling.reads = settleReads;
    },
    setHunting: (tenantId, rule) => world.hunting.set(tenantId === null ? null : tenant(tenantId).tenantId, rule),
    setTelemetry: (perDay) => world.telemetry.setPerDay(perDay),
    addEvent: (tenantId, table, at, values) => world.telemetry.add(tenant(tenantId), table, at * 1_000, values),
    issueTokenFor: (tenantId, otherTenantId) => {
      const asked = tenant(tenantId).tenantId;
      if (otherTenantId === null) world.swappedTokens.delete(asked);
      else world.swappedTokens.set(asked, tenant(otherTenantId).tenantId);
    },
    setTenantCloud: (tenantId, instanceName) => {
      tenant(tenantId).foreignCloud = instanceName;
    },
    tamperIncident: (tenantId, index, patch) => {
      const book = world.book(tenant(tenantId));
      const row = book.rows()[index];
      const after = row && book.change(row.header.incidentId, (before) => merged(before, patch));
      if (!after) throw new RangeError(`tenant ${tenantId} has no incident at ${index}`);
      return copy(after);
    },
    addIncident: (tenantId, patch = {}) => copy(world.book(tenant(tenantId)).add(world.clock(), patch)),
    removeIncident: (tenantId, index) => {
      const book = world.book(tenant(tenantId));
      const row = book.rows()[index];
      if (!row) throw new RangeError(`tenant ${tenantId} has no incident at ${index}`);
      const gone = row.incident();
      book.remove(row.header.incidentId);
      return copy(gone);
    },
    truth: (tenantId) =>
      world
        .book(tenant(tenantId))
        .rows()
        .map((row) => copy(row.incident())),
    requests: () => world.log.all(),
    clearRequests: () => world.log.clear(),
  };
}
