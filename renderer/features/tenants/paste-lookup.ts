import type { Result } from '../../../contract/result';
import type { ResolvedTenant, Tenant } from '../../../contract/tenant';
import { MAX_PASTED, type PastedLine, pastedName } from './paste-lines';

/** What is known of a line. `found` ones can be added. */
export type PastedState =
  | { kind: 'waiting' }
  | { kind: 'asking' }
  | { kind: 'found'; tenantId: string; displayName: string; domain?: string; unchecked: boolean }
  | { kind: 'listed'; displayName: string }
  | { kind: 'twice'; line: number }
  | { kind: 'notUnderstood' }
  | { kind: 'notFound' }
  | { kind: 'otherCloud' }
  | { kind: 'failed' };

export interface PastedRow {
  line: PastedLine;
  state: PastedState;
}

/** Lookups under way at one time: a list of hundreds must not look like an attack to Entra. */
const AT_ONCE = 4;

/** What is plain without asking: listed already, named before, not understood. */
export function firstLook(lines: readonly PastedLine[], tenants: readonly Tenant[]): PastedRow[] {
  const listed = new Map<string, Tenant>();
  for (const tenant of tenants) {
    listed.set(tenant.tenantId, tenant);
    if (tenant.domain) listed.set(tenant.domain.toLowerCase(), tenant);
  }
  const lineOf = new Map<string, number>();
  return lines.slice(0, MAX_PASTED).map((line) => {
    if (line.query === null) return { line, state: { kind: 'notUnderstood' } };
    const known = listed.get(line.query);
    if (known) return { line, state: { kind: 'listed', displayName: known.displayName } };
    const before = lineOf.get(line.query);
    if (before !== undefined) return { line, state: { kind: 'twice', line: before } };
    lineOf.set(line.query, line.line);
    return { line, state: { kind: 'waiting' } };
  });
}

interface Lookup {
  tenants: readonly Tenant[];
  resolve(query: string): Promise<Result<ResolvedTenant>>;
  /** Ends the lookup after those under way. */
  signal: AbortSignal;
  /** Called with every change, with all rows. */
  onRows(rows: PastedRow[]): void;
}

/** Asks for every line that waits, or that could not be asked before. What ends early stays waiting. Resolves with the rows. */
export async function lookUp(rows: readonly PastedRow[], { tenants, resolve, signal, onRows }: Lookup): Promise<PastedRow[]> {
  const current = [...rows];
  const names = new Map(tenants.map(({ tenantId, displayName }) => [tenantId, displayName]));
  const lineOf = new Map(rows.flatMap(({ line, state }) => (state.kind === 'found' ? [[state.tenantId, line.line] as const] : [])));
  const todo = rows.flatMap(({ state }, index) => (state.kind === 'waiting' || state.kind === 'failed' ? [index] : []));
  const put = (index: number, line: PastedLine, state: PastedState) => {
    current[index] = { line, state };
    onRows([...current]);
  };
  const work = async () => {
    for (let index = todo.shift(); index !== undefined && !signal.aborted; index = todo.shift()) {
      const line = current[index]?.line;
      if (!line?.query) continue;
      put(index, line, { kind: 'asking' });
      const answer = await resolve(line.query);
      const state = signal.aborted ? ({ kind: 'waiting' } as const) : stateOf(line, answer, names, lineOf);
      if (state.kind === 'found') lineOf.set(state.tenantId, line.line);
      put(index, line, state);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return current;
}

function stateOf(
  line: PastedLine,
  answer: Result<ResolvedTenant>,
  names: ReadonlyMap<string, string>,
  lineOf: ReadonlyMap<string, number>,
): PastedState {
  if (!answer.ok) {
    if (answer.error.problem?.code === 'tenantNotFound') return { kind: 'notFound' };
    return { kind: answer.error.problem?.code === 'otherCloud' ? 'otherCloud' : 'failed' };
  }
  const { tenantId, domain = line.domain, verified } = answer.value;
  const displayName = names.get(tenantId);
  if (displayName !== undefined) return { kind: 'listed', displayName };
  const before = lineOf.get(tenantId);
  if (before !== undefined) return { kind: 'twice', line: before };
  return {
    kind: 'found',
    tenantId,
    displayName: pastedName({ ...line, domain }, tenantId),
    unchecked: verified === false,
    ...(domain ? { domain } : {}),
  };
}

/** How many rows are in each state. */
export function pastedCounts(rows: readonly PastedRow[]): Record<PastedState['kind'], number> {
  const counts = { waiting: 0, asking: 0, found: 0, listed: 0, twice: 0, notUnderstood: 0, notFound: 0, otherCloud: 0, failed: 0 };
  for (const { state } of rows) counts[state.kind] += 1;
  return counts;
}
