import { i18n } from '@lingui/core';
import type { NoticeTarget } from '../../contract/notifications';
import { foreignText } from '../cloud/foreign-text';
import type { NewsIncident } from '../store/incident-news';
import { rankOf } from './rules';

/** One notification as it is shown. */
export interface Notice {
  title: string;
  body: string;
  opens: NoticeTarget;
}

/** More at a time are told as one. */
export const ONE_BY_ONE = 3;
const LONGEST_NAME = 120;

const NEW_OF: Record<string, string> = {
  high: /*i18n*/ '{tenant}: new incident of high severity',
  medium: /*i18n*/ '{tenant}: new incident of medium severity',
  low: /*i18n*/ '{tenant}: new incident of low severity',
  informational: /*i18n*/ '{tenant}: new informational incident',
};
const CHANGED_OF: Record<string, string> = {
  high: /*i18n*/ '{tenant}: changed incident of high severity',
  medium: /*i18n*/ '{tenant}: changed incident of medium severity',
  low: /*i18n*/ '{tenant}: changed incident of low severity',
  informational: /*i18n*/ '{tenant}: changed informational incident',
};

/** News as notifications, the most severe first: a few one by one, a storm as one. Names of incidents only where that is wanted. */
export function noticesOf(news: readonly NewsIncident[], { showNames }: { showNames: boolean }): Notice[] {
  if (news.length === 0) return [];
  if (news.length > ONE_BY_ONE) return [storm(news)];
  return news.toSorted((a, b) => rankOf(b.severity) - rankOf(a.severity)).map((one) => single(one, showNames));
}

function single({ tenantId, incidentId, tenantName: tenant, severity, name, isNew }: NewsIncident, showNames: boolean): Notice {
  const known = (isNew ? NEW_OF : CHANGED_OF)[severity.toLowerCase()];
  const title = i18n.t(known ?? (isNew ? /*i18n*/ '{tenant}: new incident' : /*i18n*/ '{tenant}: changed incident'), { tenant });
  return {
    title,
    body: showNames ? foreignText(name, LONGEST_NAME) : i18n.t('Click to open it in Tenantry.'),
    opens: { kind: 'incident', incident: { tenantId, incidentId } },
  };
}

function storm(news: readonly NewsIncident[]): Notice {
  const customers = new Set(news.map(({ tenantId }) => tenantId)).size;
  const high = news.filter(({ severity }) => rankOf(severity) === rankOf('high')).length;
  return {
    title: i18n.t(stormTitle(news), { count: news.length, customers }),
    body: i18n.t(
      '{high, plural, =0 {None of them of high severity.} one {# of them of high severity.} other {# of them of high severity.}}',
      { high },
    ),
    opens: { kind: 'incidents' },
  };
}

function stormTitle(news: readonly NewsIncident[]): string {
  if (news.every(({ isNew }) => isNew))
    return /*i18n*/ '{count, plural, one {# new incident} other {# new incidents}} at {customers, plural, one {# customer} other {# customers}}';
  if (news.some(({ isNew }) => isNew))
    return /*i18n*/ '{count, plural, one {# new or changed incident} other {# new or changed incidents}} at {customers, plural, one {# customer} other {# customers}}';
  return /*i18n*/ '{count, plural, one {# changed incident} other {# changed incidents}} at {customers, plural, one {# customer} other {# customers}}';
}
