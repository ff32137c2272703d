import type { Alert } from '../../../contract/incident';

/** When an alert's story begins: the first activity, else when it was made; null when neither is known. */
export function alertTime({ firstActivityAt, createdAt }: Alert): number | null {
  return firstActivityAt ?? createdAt;
}

/** Alerts as the attack went; those without a time last. */
export function inTimeOrder(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((a, b) => (alertTime(a) ?? Number.POSITIVE_INFINITY) - (alertTime(b) ?? Number.POSITIVE_INFINITY) || 0);
}
