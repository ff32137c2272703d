import { i18n } from '@lingui/core';
import type { IncidentPage } from '../../../contract/incident';
import type { CallError } from '../../../contract/result';
import type { Coverage, Tenant } from '../../../contract/tenant';
import { coverageSentence, isWhole } from '../common/coverage-words';
import { searchCoverageWords } from '../common/search-words';

/** Why no row is shown. `unknown`: none is stored, which does not mean that there is none. */
export type ReasonForNone = 'failed' | 'loading' | 'noTenants' | 'narrowed' | 'none' | 'unknown';

interface NoneParts {
  failure: CallError | null;
  tenantsState: 'loading' | 'ready' | 'failed';
  tenants: readonly Tenant[];
  narrowed: boolean;
  /** Null: not known. */
  coverage: Coverage | null;
}

/** "No incidents" is only said when all tenants of the list were read lately, and "no tenants" when they were asked for. */
export function reasonForNone({ failure, tenantsState, tenants, narrowed, coverage }: NoneParts): ReasonForNone {
  if (failure) return 'failed';
  if (tenants.length === 0) return tenantsState === 'loading' ? 'loading' : 'noTenants';
  if (narrowed) return 'narrowed';
  return coverage && isWhole(coverage) ? 'none' : 'unknown';
}

/** What must be known where nothing fits the filters: tenants of the list that were not read lately, incidents that are not searchable yet. */
export function noneFits({ coverage, search }: Pick<IncidentPage, 'coverage' | 'search'>, tenants: readonly Tenant[]): string[] {
  const behind = isWhole(coverage) ? null : notMeant(coverageSentence(coverage, tenants));
  return [behind, search && searchCoverageWords(search)].filter((words) => words !== null);
}

/** That nothing found does not mean nothing there. In: whom the list speaks for. */
export const notMeant = (coverage: string): string =>
  i18n.t('That does not mean there are none: {coverage}. Refresh to read them.', { coverage });
