import { type FilterChoices, MOST_TYPED } from '../../../contract/incident-filter';
import { useQuery } from '../../bridge/use-query';

interface Choices {
  values: string[];
  looking: boolean;
  /** Some of them could not be read: what is missing may be there. */
  failed: boolean;
}

/**
 * Values the list can be narrowed by: as many as one answer has, and of what is typed those it left out. Who reads them narrows them down, as some are
 * shown in other words than they are stored in.
 */
export function useChoices(typed: string, pick: (choices: FilterChoices) => readonly string[]): Choices {
  const text = typed.trim().slice(0, MOST_TYPED);
  const [all] = useQuery('incidents.choices', { text: '' });
  const [found] = useQuery('incidents.choices', text === '' ? null : { text });
  const values = [all, found].flatMap((query) => (query.state === 'ready' ? pick(query.value) : []));
  const states = text === '' ? [all.state] : [all.state, found.state];
  return { values: [...new Set(values)], looking: states.includes('loading'), failed: states.includes('failed') };
}
