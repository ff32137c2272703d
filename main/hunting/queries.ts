import type { HuntingReason } from '../../contract/hunting';
import type { HuntProvider } from './hunt-provider';
import type { HuntingOrder } from './hunting-lines';
import { type Insertion, rangeInsertions, timeColumn, timeCondition, type TimeBounds, withInsertions } from './kql/insertions';
import { tableReferences } from './kql/references';
import type { SplitPlan } from './kql/split-plan';
import { headUnion } from './kql/split-source';
import { structureOf } from './kql/structure';

type Asked = { query: string } | { reason: HuntingReason };
type Surface = Pick<HuntProvider, 'takesRange'>;

/** The query as it is, with the time range put into it where the surface takes none beside it. */
export function wholeQuery({ query, range }: Pick<HuntingOrder, 'query' | 'range'>, { takesRange }: Surface): Asked {
  if (range === null || takesRange) return { query };
  const insertions = inEveryTable(query, range, null);
  return typeof insertions === 'string' ? refused(insertions) : { query: withInsertions(query, insertions) };
}

/** The query over one part of its time. */
export function partQuery(
  { query, range }: Pick<HuntingOrder, 'query' | 'range'>,
  { start, at, column }: SplitPlan,
  bounds: TimeBounds,
  { takesRange }: Surface,
): Asked {
  const condition = timeCondition(column, bounds);
  const own: Insertion[] = condition === '' ? [] : [{ at, text: ` | where ${condition}` }];
  const others = range === null || takesRange ? [] : inEveryTable(query, range, { start, at });
  return typeof others === 'string' ? refused(others) : { query: withInsertions(query, [...own, ...others]) };
}

const refused = (why: string): Asked => ({ reason: { code: 'rangeNotAddable', detail: why } });

/** @param except the table or union that has its own condition */
function inEveryTable(
  query: string,
  range: NonNullable<HuntingOrder['range']>,
  except: Pick<SplitPlan, 'start' | 'at'> | null,
): Insertion[] | string {
  const answer = structureOf(query);
  if (!answer.ok) return answer.why;
  const { structure } = answer;
  const column = timeColumn(structure.tokens);
  const union = except ? null : headUnion(structure);
  const covered = except ?? union;
  const references = tableReferences(structure).filter(({ token }) => !covered || token.end <= covered.start || token.start >= covered.at);
  if (references.length === 0 && !covered) return 'No table was found in it.';
  const others = rangeInsertions(references, column, range);
  return typeof others === 'string' || !union ? others : [...others, { at: union.at, text: ` | where ${timeCondition(column, range)}` }];
}

/** Names of the tables a query reads, as far as they can be told. */
export function tablesOf(query: string): string[] {
  const answer = structureOf(query);
  return answer.ok ? [...new Set(tableReferences(answer.structure).map(({ name }) => name))] : [];
}
