import { i18n } from '@lingui/core';
import type { PillTone } from '../../ui/Pill';
import type { PastedState } from './paste-lookup';

/** What is said of a line, and how it is marked. */
export function pastedWords(state: PastedState): { label: string; tone: PillTone; detail: string } {
  switch (state.kind) {
    case 'waiting':
      return { label: i18n.t('New'), tone: 'brand', detail: i18n.t('Not looked up yet') };
    case 'asking':
      return { label: i18n.t('Looking up…'), tone: 'brand', detail: '' };
    case 'found':
      return {
        label: i18n.t('Found'),
        tone: 'good',
        detail: state.unchecked ? i18n.t('{tenantId} (ID could not be checked)', { tenantId: state.tenantId }) : state.tenantId,
      };
    case 'listed':
      return {
        label: i18n.t('Already in the list'),
        tone: 'neutral',
        detail: i18n.t('as {displayName}', { displayName: state.displayName }),
      };
    case 'twice':
      return { label: i18n.t('Twice'), tone: 'neutral', detail: i18n.t('The same as line {line}', { line: state.line }) };
    case 'notUnderstood':
      return { label: i18n.t('Not understood'), tone: 'warning', detail: i18n.t('Neither a tenant ID nor a domain is in it') };
    case 'notFound':
      return { label: i18n.t('Not found'), tone: 'bad', detail: i18n.t('Entra ID knows no such tenant') };
    case 'otherCloud':
      return { label: i18n.t('Other cloud'), tone: 'bad', detail: i18n.t('It lives in another cloud than your partner app') };
    case 'failed':
      return { label: i18n.t('Could not be asked'), tone: 'warning', detail: i18n.t('Look it up again') };
  }
}

/** "9 new, 2 already in the list, 1 not understood": only what there is. */
export function pastedSummary(counts: Record<PastedState['kind'], number>): string {
  const words: Record<PastedState['kind'], string> = {
    found: /*i18n*/ '{count} found',
    waiting: /*i18n*/ '{count} new',
    asking: /*i18n*/ '{count} being looked up',
    listed: /*i18n*/ '{count} already in the list',
    twice: /*i18n*/ '{count} named twice',
    notUnderstood: /*i18n*/ '{count} not understood',
    notFound: /*i18n*/ '{count} not found',
    otherCloud: /*i18n*/ '{count} in another cloud',
    failed: /*i18n*/ '{count} could not be asked',
  };
  const kinds = Object.keys(words) as PastedState['kind'][];
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => i18n.t(words[kind], { count: counts[kind] }))
    .join(', ');
}
