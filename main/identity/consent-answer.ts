import { foreignText } from '../cloud/foreign-text';

/** What a browser brought back from the consent page, before anything of it is believed. */
export interface ConsentAnswer {
  outcome: 'granted' | 'declined';
  state: string | null;
  /** OAuth's word for why consent was not given. */
  error?: string;
  detail?: string;
  /** The `tenant` parameter. Anybody can write it: only a token's `tid` proves a tenant. */
  namedTenant?: string;
}

const MAX_TEXT = 1000;
/** Ours have 32 characters. */
const MAX_STATE = 200;
const NAMES = ['error', 'error_description', 'state', 'tenant', 'admin_consent'];

/**
 * Reads the parameters of a consent redirect. Any `error` means failed, whatever else is there: the v2.0 page adds `admin_consent=True`
 * to its errors too (Microsoft identity platform, "Admin consent URI experience"). Null: not an answer of the consent page, which names each
 * parameter once.
 */
export function readConsentAnswer(parameters: URLSearchParams): ConsentAnswer | null {
  if (NAMES.some((name) => parameters.getAll(name).length > 1)) return null;
  const state = parameters.get('state');
  if (state !== null && state.length > MAX_STATE) return null;
  const error = parameters.get('error');
  if (error !== null) {
    const detail = foreignText(parameters.get('error_description') ?? '', MAX_TEXT);
    return { outcome: 'declined', state, error: foreignText(error, MAX_TEXT) || 'error', ...(detail === '' ? {} : { detail }) };
  }
  if (parameters.get('admin_consent')?.toLowerCase() !== 'true') return null;
  const tenant = foreignText(parameters.get('tenant') ?? '', MAX_TEXT).toLowerCase();
  return { outcome: 'granted', state, ...(tenant === '' ? {} : { namedTenant: tenant }) };
}
