import type { IncidentColumns } from '../store/store-port';
import { asInstant, asList, isRecord } from './lenient';
import { xdrColumns } from './xdr-columns';

/**
 * The columns lists need, from one item of Graph's page. Names differ from Defender XDR's and are known there too; values stay as they were sent,
 * for lists compare and say them without regard to case. Only the times of alerts have other names again.
 */
export function graphColumns(item: unknown, rawIndex: number): IncidentColumns {
  const columns = xdrColumns(item, rawIndex);
  const alerts = asList(isRecord(item) ? item['alerts'] : null).filter(isRecord);
  const times = (...names: string[]): number[] =>
    alerts.flatMap((alert) => names.map((name) => asInstant(alert[name])).find((at) => at !== null) ?? []);
  return {
    ...columns,
    createdAt: columns.createdAt ?? first(times('createdDateTime', 'firstActivityDateTime')),
    updatedAt: columns.updatedAt ?? last(times('lastUpdateDateTime', 'createdDateTime', 'lastActivityDateTime')),
  };
}

const first = (times: readonly number[]): number | null => (times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)));
const last = (times: readonly number[]): number | null => (times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)));
