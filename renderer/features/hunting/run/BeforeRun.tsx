import { i18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import type { HuntingCheck } from '../../../../contract/hunting';
import type { Input } from '../../../../contract/ipc';
import type { Tenant } from '../../../../contract/tenant';
import { useQuery } from '../../../bridge/use-query';
import { StateDot } from '../../../ui/StateBadge';
import { clockMinutes } from '../../../ui/relative-time';

const REST_MS = 500;

/** What is known before a run: quota, tables that are missing, whether it can be split. */
export function BeforeRun({ wish, tenants }: { wish: Input<'hunting.check'> | null; tenants: readonly Tenant[] }) {
  const settled = useSettled(wish);
  const [query] = useQuery('hunting.check', settled);
  if (settled === null || query.state !== 'ready') return <p className="before-run" />;
  const nameOf = (tenantId: string) => tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName ?? tenantId;
  const { quota, missing, split } = findingsOf(query.value, settled.split !== 'none', nameOf);
  return (
    <p className="before-run" role="status" aria-label={i18n.t('Before the run')}>
      <StateDot tone={missing !== null || split !== null ? 'warning' : 'idle'} />
      {[quota, missing, split].filter((text) => text !== null).join(' · ')}
    </p>
  );
}

function findingsOf({ tenants, split }: HuntingCheck, wantsSplit: boolean, nameOf: (tenantId: string) => string) {
  const waiting = tenants.flatMap(({ nextCallAt }) => nextCallAt ?? []);
  const calls = tenants.reduce((sum, { callsNeeded }) => sum + callsNeeded, 0);
  const tight = tenants.filter(({ callsLastMinute, callsNeeded, callsPerMinute }) => callsLastMinute + callsNeeded > callsPerMinute).length;
  const quota =
    waiting.length > 0
      ? i18n.t('{count, plural, one {# tenant waits} other {# tenants wait}} for quota, until {at} at the latest', {
          count: waiting.length,
          at: clockMinutes(Math.max(...waiting)),
        })
      : tight > 0
        ? i18n.t('{calls} calls; {tight, plural, one {# tenant is} other {# tenants are}} asked more slowly to stay within the quota', {
            calls,
            tight,
          })
        : i18n.t('{calls, plural, one {# call} other {# calls}}, within the quota', { calls });
  const lacking = tenants.filter(({ missingTables }) => missingTables.length > 0);
  const tables = [...new Set(lacking.flatMap(({ missingTables }) => missingTables))].join(', ');
  const first = lacking[0];
  const missing =
    first === undefined
      ? null
      : lacking.length === 1
        ? i18n.t('{tables} is missing in {name}', { tables, name: nameOf(first.tenantId) })
        : i18n.t('{tables} is missing in {count} tenants, among them {name}', {
            tables,
            count: lacking.length,
            name: nameOf(first.tenantId),
          });
  return {
    quota,
    missing,
    split: wantsSplit && !split.possible ? i18n.t('cannot be split by time: {why}', { why: split.why ?? '' }) : null,
  };
}

/** A value once it has not changed for a while: nobody is asked at every key. */
function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return JSON.parse(settled) as T;
}
