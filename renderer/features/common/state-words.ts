import { i18n } from '@lingui/core';
import type { Tenant, TenantHealth, TenantState } from '../../../contract/tenant';
import type { Tone } from '../../ui/StateBadge';

interface StateWords {
  /** As a label of its own. */
  label: string;
  /** Inside a count: "2 consent missing". */
  short: string;
  tone: Tone;
}

const WORDS: Record<TenantState, StateWords> = {
  failed: { label: /*i18n*/ 'Last read failed', short: /*i18n*/ 'for another reason', tone: 'bad' },
  tokenWrong: { label: /*i18n*/ 'Token wrong', short: /*i18n*/ 'token wrong', tone: 'bad' },
  noPermission: { label: /*i18n*/ 'No permission', short: /*i18n*/ 'no permission', tone: 'bad' },
  consentMissing: { label: /*i18n*/ 'Consent missing', short: /*i18n*/ 'consent missing', tone: 'bad' },
  notLicensed: { label: /*i18n*/ 'Not licensed', short: /*i18n*/ 'not licensed', tone: 'bad' },
  throttled: { label: /*i18n*/ 'Throttled', short: /*i18n*/ 'throttled', tone: 'waiting' },
  partial: { label: /*i18n*/ 'Partly read', short: /*i18n*/ 'partly read', tone: 'warning' },
  stale: { label: /*i18n*/ 'Stale', short: /*i18n*/ 'stale', tone: 'warning' },
  neverAsked: { label: /*i18n*/ 'Never asked', short: /*i18n*/ 'never asked', tone: 'idle' },
  fresh: { label: /*i18n*/ 'Fresh', short: /*i18n*/ 'fresh', tone: 'good' },
};

/** Words and sign of a tenant's state. */
export function stateWords(state: TenantState): StateWords {
  const { label, short, tone } = WORDS[state];
  return { label: i18n.t(label), short: i18n.t(short), tone };
}

/** The sign beside a tenant: its state, or that it is being read right now. */
export function healthTone({ state, refreshing }: TenantHealth): Tone {
  return refreshing ? 'busy' : WORDS[state].tone;
}

/** The state in words, or that it is being read right now. */
export function healthLabel({ state, refreshing, lastAttemptAt }: TenantHealth): string {
  if (refreshing) return i18n.t('Reading…');
  // A token was got since: the tenant was asked, only not for its incidents.
  return state === 'neverAsked' && lastAttemptAt !== undefined ? i18n.t('Not read yet') : i18n.t(WORDS[state].label);
}

/** How many incidents are stored of a tenant. None of one that was never read whole is no number: there may be many. */
export function storedCount({ incidentCount, health }: Tenant): string {
  return incidentCount === 0 && health.lastCompleteAt === undefined ? '–' : i18n.number(incidentCount);
}

/** The same of all together. */
export function storedTotal(tenants: readonly Tenant[]): string {
  const total = tenants.reduce((sum, { incidentCount }) => sum + incidentCount, 0);
  return total === 0 && tenants.every(({ health }) => health.lastCompleteAt === undefined) ? '–' : i18n.number(total);
}

const ORDER = Object.keys(WORDS) as TenantState[];

/** Worst first. */
export function byUrgency(a: Tenant, b: Tenant): number {
  return ORDER.indexOf(a.health.state) - ORDER.indexOf(b.health.state);
}
