import { semanticError, unresolvedColumn } from './errors';
import type { Operator } from './syntax';
import { type Column, keyOf, type Row, type Table, type Value } from './values';

const KINDS: ReadonlySet<string> = new Set([
  'innerunique',
  'inner',
  'leftouter',
  'rightouter',
  'fullouter',
  'leftsemi',
  'rightsemi',
  'leftanti',
  'leftantisemi',
  'anti',
  'rightanti',
  'rightantisemi',
]);

/** Joins two tables on equal keys, as `join` and `lookup` do. */
export function joined(left: Table, right: Table, { kind, joinKind, on }: Extract<Operator, { kind: 'join' | 'lookup' }>): Table {
  if (!KINDS.has(joinKind)) throw semanticError(kind, `Unknown join kind '${joinKind}'.`);
  const leftKeys = on.map(({ left: name }) => placeOf(left, name, kind));
  const rightKeys = on.map(({ right: name }) => placeOf(right, name, kind));
  const keyIn = (row: Row, places: readonly number[]): string => places.map((place) => keyOf(row[place] ?? null)).join('\u0000');
  const byKey = new Map<string, Row[]>();
  for (const row of right.rows) {
    const key = keyIn(row, rightKeys);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const leftKeySet = new Set(left.rows.map((row) => keyIn(row, leftKeys)));
  switch (joinKind) {
    case 'leftsemi':
      return { ...left, rows: left.rows.filter((row) => byKey.has(keyIn(row, leftKeys))) };
    case 'leftanti':
    case 'leftantisemi':
    case 'anti':
      return { ...left, rows: left.rows.filter((row) => !byKey.has(keyIn(row, leftKeys))) };
    case 'rightsemi':
      return { ...right, rows: right.rows.filter((row) => leftKeySet.has(keyIn(row, rightKeys))) };
    case 'rightanti':
    case 'rightantisemi':
      return { ...right, rows: right.rows.filter((row) => !leftKeySet.has(keyIn(row, rightKeys))) };
    default:
  }
  // lookup brings the keys of the right side not a second time.
  const rightPlaces = right.columns.map((_, place) => place).filter((place) => kind === 'join' || !rightKeys.includes(place));
  const columns = [
    ...left.columns,
    ...renamed(
      left.columns,
      rightPlaces.map((place) => right.columns[place] as Column),
    ),
  ];
  const leftRows = joinKind === 'innerunique' ? [...new Map(left.rows.map((row) => [keyIn(row, leftKeys), row])).values()] : left.rows;
  const rows: Value[][] = [];
  for (const row of leftRows) {
    const matches = byKey.get(keyIn(row, leftKeys)) ?? [];
    for (const match of matches) rows.push([...row, ...rightPlaces.map((place) => match[place] ?? null)]);
    if (matches.length === 0 && (joinKind === 'leftouter' || joinKind === 'fullouter'))
      rows.push([...row, ...rightPlaces.map((place) => emptyValue(right.columns[place]))]);
  }
  if (joinKind === 'rightouter' || joinKind === 'fullouter')
    for (const row of right.rows)
      if (!leftKeySet.has(keyIn(row, rightKeys)))
        rows.push([...left.columns.map(emptyValue), ...rightPlaces.map((place) => row[place] ?? null)]);
  return { columns, rows };
}

const emptyValue = (column: Column | undefined): Value => (column?.type === 'string' ? '' : null);

function placeOf(table: Table, name: string, operator: string): number {
  const place = table.columns.findIndex((column) => column.name === name);
  if (place < 0) throw unresolvedColumn(operator, name);
  return place;
}

/** Names of the right side that the left has too get a number behind them. */
function renamed(left: readonly Column[], right: readonly Column[]): Column[] {
  const used = new Set(left.map(({ name }) => name));
  return right.map(({ name, type }) => {
    let free = name;
    for (let number = 1; used.has(free); number += 1) free = `${name}${number}`;
    used.add(free);
    return { name: free, type };
  });
}
