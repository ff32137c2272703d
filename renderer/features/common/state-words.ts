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
  failed: { label: 'Last read failed', short: 'for another reason', tone: 'bad' },
  tokenWrong: { label: 'Token wrong', short: 'token wrong', tone: 'bad' },
  noPermission: { label: 'No permission', short: 'no permission', tone: 'bad' },
  consentMissing: { label: 'Consent missing', short: 'consent missing', tone: 'bad' },
  notLicensed: { label: 'Not licensed', short: 'not licensed', tone: 'bad' },
  throttled: { label: 'Throttled', short: 'throttled', tone: 'waiting' },
  partial: { label: 'Partly read', short: 'partly read', tone: 'warning' },
  stale: { label: 'Stale', short: 'stale', tone: 'warning' },
  neverAsked: { label: 'Never asked', short: 'never asked', tone: 'idle' },
  fresh: { label: 'Fresh', short: 'fresh', tone: 'good' },
};

/** Words and sign of a tenant's state. */
export function stateWords(state: TenantState): StateWords {
  return WORDS[state];
}

/** The sign beside a tenant: its state, or that it is being read right now. */
export function healthTone({ state, refreshing }: TenantHealth): Tone {
  return refreshing ? 'busy' : WORDS[state].tone;
}

/** The state in words, or that it is being read right now. */
export function healthLabel({ state, refreshing, lastAttemptAt }: TenantHealth): string {
  if (refreshing) return 'Reading…';
  // A token was got since: the tenant was asked, only not for its incidents.
  return state === 'neverAsked' && lastAttemptAt !== undefined ? 'Not read yet' : WORDS[state].label;
}

const ORDER = Object.keys(WORDS) as TenantState[];

/** Worst first. */
export function byUrgency(a: Tenant, b: Tenant): number {
  return ORDER.indexOf(a.health.state) - ORDER.indexOf(b.health.state);
}
