import { i18n } from '@lingui/core';
import type { Campaign, SimilarIncident } from '../../../contract/campaign';
import type { Tenant } from '../../../contract/tenant';
import type { Query } from '../../bridge/use-query';
import { coverageSentence, isWhole } from '../common/coverage-words';
import { errorWords } from '../common/error-words';
import { searchCoverageWords } from '../common/search-words';

/** Why incidents may be one campaign, in a sentence. */
export function campaignReason({ things: count, sameDetector, sameTitle, tenants, total }: Campaign): string {
  const others = tenants - 1;
  const incidents = total;
  if (others === 0) {
    return i18n.t(
      '{count, plural, one {# thing} other {# things}} in common with {incidents, plural, one {another incident} other {# other incidents}} of the same customer.',
      { count, incidents },
    );
  }
  const values = { count, others };
  if (sameDetector === total) {
    return i18n.t(
      'Same detection rule and {count, plural, one {# shared entity} other {# shared entities}} at {others, plural, one {# other customer} other {# other customers}}.',
      values,
    );
  }
  if (sameTitle === total) {
    return i18n.t(
      'Same title and {count, plural, one {# shared entity} other {# shared entities}} at {others, plural, one {# other customer} other {# other customers}}.',
      values,
    );
  }
  const shared = i18n.t(
    '{count, plural, one {# shared entity} other {# shared entities}} at {others, plural, one {# other customer} other {# other customers}}.',
    values,
  );
  const some = someWords({ sameDetector, sameTitle, total });
  return some === null ? shared : `${shared} ${some}`;
}

/** How many of them have the rule, or else the title, that not all have. Null: none has. */
function someWords({ sameDetector, sameTitle, total }: Pick<Campaign, 'sameDetector' | 'sameTitle' | 'total'>): string | null {
  if (sameDetector > 0) return i18n.t('Same detection rule in {some, number} of {total, number} incidents.', { some: sameDetector, total });
  return sameTitle > 0 ? i18n.t('Same title in {some, number} of {total, number} incidents.', { some: sameTitle, total }) : null;
}

/** What the answer cannot know: customers that were not read whole lately, incidents that are not searchable yet. */
export function notKnownWords({ coverage, search }: Pick<Campaign, 'coverage' | 'search'>, tenants: readonly Tenant[]): string[] {
  const behind = isWhole(coverage)
    ? null
    : i18n.t('{coverage}. The others may have it too.', { coverage: coverageSentence(coverage, tenants) });
  return [behind, searchCoverageWords(search)].filter((words) => words !== null);
}

/** What is said where no incident is shown. Null: there is none, or they are still looked for; silence must not mean anything else. */
export function noneShownWords(query: Query<Campaign>, tenants: readonly Tenant[]): string | null {
  if (query.state === 'loading') return null;
  if (query.state === 'failed') return errorWords(query.error).text;
  const notKnown = notKnownWords(query.value, tenants);
  return notKnown.length === 0 ? null : [i18n.t('None found so far.'), ...notKnown].join(' ');
}

/** What one incident has in common with the one that is open. */
export function likenessWords({ sameDetector, sameTitle, shared }: SimilarIncident): string {
  const values = { shared };
  if (sameDetector && sameTitle)
    return i18n.t('{shared, plural, one {# shared entity} other {# shared entities}}, same rule and title', values);
  if (sameDetector) return i18n.t('{shared, plural, one {# shared entity} other {# shared entities}}, same rule', values);
  if (sameTitle) return i18n.t('{shared, plural, one {# shared entity} other {# shared entities}}, same title', values);
  return i18n.t('{shared, plural, one {# shared entity} other {# shared entities}}', values);
}
