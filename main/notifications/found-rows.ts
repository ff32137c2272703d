import { i18n } from '@lingui/core';
import { z } from 'zod';
import type { HuntingRunId } from '../../contract/hunting';
import { tenantId, type TenantId } from '../../contract/ids';
import type { HuntingFound } from '../hunting/hunting-scheduler';
import { type Notice, ONE_BY_ONE } from './notices';

/** New rows of a scheduled query, with the customers' names. */
export interface FoundRows {
  scheduleId: string;
  name: string;
  /** The run that found the last of them; null: its rows went with an earlier start of the app. */
  runId: HuntingRunId | null;
  /** Nobody, where it is told only that tenants began to fail. */
  tenants: readonly { tenantId: TenantId; name: string; newRows: number }[];
  /** Tenants of that run that are not whole. */
  notWhole: number;
}

const keptRows = z.array(
  z.object({
    scheduleId: z.string(),
    name: z.string(),
    tenants: z.array(z.object({ tenantId, name: z.string(), newRows: z.number() })),
    notWhole: z.number(),
  }),
);

/** What was kept as JSON to be told after a restart; nothing where it cannot be read. */
export function rowsOfEarlierStart(saved: string | null): FoundRows[] {
  try {
    return keptRows.parse(JSON.parse(saved ?? '[]')).map((one) => ({ ...one, runId: null }));
  } catch {
    return [];
  }
}

/** A tenant in the list, with its name there. */
type Listed = { tenantId: TenantId; displayName: string };

/** Customers named in one notification; more are counted. */
const NAMED = 3;

/** With the names of the tenants in the list. Those that left it meanwhile are told no more. */
export function namedRows({ tenants, ...found }: HuntingFound, listed: readonly Listed[]): FoundRows {
  return { ...found, tenants: named(tenants, listed) };
}

/** What waits, without the tenants that left the list meanwhile. A query is left out where nothing is to be told of it any more. */
export function stillListed(waiting: readonly FoundRows[], listed: readonly Listed[]): FoundRows[] {
  return waiting.flatMap((found) => {
    const tenants = named(found.tenants, listed);
    return tenants.length === 0 && found.notWhole === 0 ? [] : [{ ...found, tenants }];
  });
}

function named(tenants: readonly { tenantId: TenantId; newRows: number }[], listed: readonly Listed[]): FoundRows['tenants'] {
  const names = new Map(listed.map(({ tenantId, displayName }) => [tenantId, displayName]));
  return tenants.flatMap(({ tenantId, newRows }) => {
    const name = names.get(tenantId);
    return name === undefined ? [] : [{ tenantId, name, newRows }];
  });
}

/** What waits to be told, with what was found now: rows of one schedule are summed up by tenant. */
export function joined(waiting: readonly FoundRows[], found: FoundRows): FoundRows[] {
  if (found.tenants.length === 0 && found.notWhole === 0) return [...waiting];
  const before = waiting.find(({ scheduleId }) => scheduleId === found.scheduleId);
  const others = waiting.filter((one) => one !== before);
  if (!before) return [...others, found];
  const tenants = new Map(before.tenants.map((tenant) => [tenant.tenantId, tenant]));
  for (const tenant of found.tenants)
    tenants.set(tenant.tenantId, { ...tenant, newRows: tenant.newRows + (tenants.get(tenant.tenantId)?.newRows ?? 0) });
  return [...others, { ...found, tenants: [...tenants.values()] }];
}

/** New rows as notifications: of a few queries one each, of many one for all. */
export function foundNotices(found: readonly FoundRows[]): Notice[] {
  if (found.length > ONE_BY_ONE) return [storm(found)];
  return found.map(single);
}

function single({ name, runId, tenants, notWhole }: FoundRows): Notice {
  const opens = { kind: 'hunting', run: runId === null ? null : { runId, name } } as const;
  if (tenants.length === 0)
    return {
      title: i18n.t('{name}: {notWhole, plural, one {# tenant} other {# tenants}} not read whole', { name, notWhole }),
      body: i18n.t('What is new there is not known. The others have no new rows.'),
      opens,
    };
  const most = tenants.toSorted((one, other) => other.newRows - one.newRows || one.name.localeCompare(other.name));
  const names = most.slice(0, NAMED).map((tenant) => tenant.name);
  const where =
    most.length > NAMED
      ? i18n.t('At {names} and {more, plural, one {# more customer} other {# more customers}}.', {
          names: names.join(', '),
          more: most.length - NAMED,
        })
      : i18n.t('At {names}.', { names: names.join(', ') });
  return {
    title: i18n.t('{name}: {rows, plural, one {# new row} other {# new rows}}', { name, rows: rowsOf(tenants) }),
    body: withRest(where, notWhole),
    opens,
  };
}

function storm(found: readonly FoundRows[]): Notice {
  const tenants = found.flatMap((one) => one.tenants);
  const customers = new Set(tenants.map((tenant) => tenant.tenantId)).size;
  const title =
    customers === 0
      ? i18n.t('{queries} scheduled queries were not answered whole', { queries: found.length })
      : i18n.t(
          '{rows, plural, one {# new row} other {# new rows}} of {queries} scheduled queries at {customers, plural, one {# customer} other {# customers}}',
          { rows: rowsOf(tenants), queries: found.length, customers },
        );
  const most = found.toSorted((one, other) => rowsOf(other.tenants) - rowsOf(one.tenants) || one.name.localeCompare(other.name));
  const names = most.slice(0, NAMED).map(({ name }) => name);
  const body = i18n.t('{names} and {more, plural, one {# more} other {# more}}.', { names: names.join(', '), more: found.length - NAMED });
  return { title, body: withRest(body, Math.max(...found.map(({ notWhole }) => notWhole))), opens: { kind: 'hunting', run: null } };
}

/** Nobody is to take what failed for quiet. */
function withRest(body: string, notWhole: number): string {
  if (notWhole === 0) return body;
  const rest = i18n.t('{notWhole, plural, one {# tenant was} other {# tenants were}} not read whole.', { notWhole });
  return `${body} ${rest}`;
}

function rowsOf(tenants: FoundRows['tenants']): number {
  return tenants.reduce((sum, { newRows }) => sum + newRows, 0);
}
