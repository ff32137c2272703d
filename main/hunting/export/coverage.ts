import type { HuntingFilter, HuntingRun, HuntingSelection, HuntingTenant } from '../../../contract/hunting';
import type { TenantId } from '../../../contract/ids';
import { toldOutside } from '../../tenants/told-outside';

export type TenantNames = Readonly<Record<TenantId, string>>;

/** What a file of rows says of itself: which tenants it is about, and which of them are not in it whole. */
export interface Coverage {
  format: 'tenantry hunting';
  version: 1;
  exportedAt: string;
  startedAt: string;
  query: string;
  range: { from: string; to: string } | null;
  tenants: number;
  whole: number;
  /** True only when every tenant is whole. */
  complete: boolean;
  warning?: string;
  /** Rows are left out of the file by filters on screen. */
  filtered: boolean;
  notWhole: { tenantId: TenantId; tenantName: string; state: string; reason: string | null; detail?: string }[];
}

export function coverageOf(
  run: HuntingRun,
  names: TenantNames,
  { now, view: { filters, text } }: { now: number; view: HuntingSelection },
): Coverage {
  const tenants = run.tenants.filter(({ tenantId }) => filters.every((filter) => letsThrough(filter, tenantId)));
  const notWhole = tenants.filter(({ state }) => state !== 'done');
  const iso = (at: number): string => new Date(at).toISOString();
  const complete = notWhole.length === 0;
  return {
    format: 'tenantry hunting',
    version: 1,
    exportedAt: iso(now),
    startedAt: iso(run.startedAt),
    query: run.query,
    range: run.range && { from: iso(run.range.from), to: iso(run.range.to) },
    tenants: tenants.length,
    whole: tenants.length - notWhole.length,
    complete,
    ...(complete ? {} : { warning: `NOT COMPLETE: ${notWhole.length} of ${tenants.length} tenants are not in this file, or not whole.` }),
    filtered: filters.length > 0 || text !== '',
    notWhole: notWhole.map((tenant) => described(tenant, names)),
  };
}

/** A file of rows of one customer names no other. What else is asked of a tenant than to be one, or not, narrows nothing down. */
function letsThrough({ column, op, value }: HuntingFilter, tenantId: TenantId): boolean {
  if (column !== 'tenantId' || (op !== 'equals' && op !== 'notEquals')) return true;
  return (value === tenantId) === (op === 'equals');
}

function described({ tenantId, state, reason }: HuntingTenant, names: TenantNames): Coverage['notWhole'][number] {
  const said = reason?.detail ?? reason?.problem?.detail;
  const detail = reason?.problem ? toldOutside({ ...reason.problem, detail: said }) : (said ?? null);
  const code = reason?.code === 'problem' ? (reason.problem?.code ?? 'problem') : (reason?.code ?? null);
  return { tenantId, tenantName: names[tenantId] ?? tenantId, state, reason: code, ...(detail === null ? {} : { detail }) };
}

/** The same in one line of text, for a file that has no other place for it. */
export function coverageLine({ complete, tenants, whole, notWhole, filtered, startedAt }: Coverage): string {
  const missing = notWhole.map(
    ({ tenantName, tenantId, state, reason }) => `${tenantName} (${tenantId}): ${state}${reason === null ? '' : `, ${reason}`}`,
  );
  const covered = complete ? `complete, ${tenants} tenants` : `NOT COMPLETE, ${whole} of ${tenants} tenants whole; ${missing.join('; ')}`;
  return `Hunting run of ${startedAt}: ${covered}${filtered ? '; filtered' : ''}`.replace(/[\r\n]+/g, ' ');
}
