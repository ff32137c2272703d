import type { PillTone } from '../../ui/Pill';
import type { PastedState } from './paste-lookup';

/** What is said of a line, and how it is marked. */
export function pastedWords(state: PastedState): { label: string; tone: PillTone; detail: string } {
  switch (state.kind) {
    case 'waiting':
      return { label: 'New', tone: 'brand', detail: 'Not looked up yet' };
    case 'asking':
      return { label: 'Looking up…', tone: 'brand', detail: '' };
    case 'found':
      return { label: 'Found', tone: 'good', detail: state.unchecked ? `${state.tenantId} (ID could not be checked)` : state.tenantId };
    case 'listed':
      return { label: 'Already in the list', tone: 'neutral', detail: `as ${state.displayName}` };
    case 'twice':
      return { label: 'Twice', tone: 'neutral', detail: `The same as line ${state.line}` };
    case 'notUnderstood':
      return { label: 'Not understood', tone: 'warning', detail: 'Neither a tenant ID nor a domain is in it' };
    case 'notFound':
      return { label: 'Not found', tone: 'bad', detail: 'Entra ID knows no such tenant' };
    case 'otherCloud':
      return { label: 'Other cloud', tone: 'bad', detail: 'It lives in another cloud than your partner app' };
    case 'failed':
      return { label: 'Could not be asked', tone: 'warning', detail: 'Look it up again' };
  }
}

/** "9 new, 2 already in the list, 1 not understood": only what there is. */
export function pastedSummary(counts: Record<PastedState['kind'], number>): string {
  const words: Record<PastedState['kind'], string> = {
    found: 'found',
    waiting: 'new',
    asking: 'being looked up',
    listed: 'already in the list',
    twice: 'named twice',
    notUnderstood: 'not understood',
    notFound: 'not found',
    otherCloud: 'in another cloud',
    failed: 'could not be asked',
  };
  const kinds = Object.keys(words) as PastedState['kind'][];
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${words[kind]}`)
    .join(', ');
}
