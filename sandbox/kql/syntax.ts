import type { KqlType, Value } from './values';

export type Expression =
  | { kind: 'literal'; type: KqlType; value: Value }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'star' }
  | { kind: 'call'; name: string; args: Named[]; at: number }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression; at: number }
  | { kind: 'list'; operator: string; left: Expression; items: Expression[] | Query; at: number }
  | { kind: 'between'; negated: boolean; value: Expression; low: Expression; high: Expression }
  | { kind: 'member'; of: Expression; key: Expression }
  /** The first value of a tabular expression. */
  | { kind: 'toscalar'; query: Query };

export interface Named {
  name: string | null;
  expression: Expression;
}

export type Source =
  | { kind: 'table'; name: string; at: number }
  | { kind: 'query'; query: Query }
  | { kind: 'union'; tables: Query[]; withSource: string | null; inner: boolean; fuzzy: boolean }
  | { kind: 'datatable'; columns: { name: string; type: KqlType }[]; values: Value[] }
  | { kind: 'print'; columns: Named[] }
  | { kind: 'range'; name: string; from: Expression; to: Expression; step: Expression };

export type Operator =
  | { kind: 'where'; condition: Expression }
  | { kind: 'extend' | 'project'; columns: Named[] }
  | { kind: 'project-away' | 'project-keep' | 'project-reorder'; names: string[] }
  | { kind: 'project-rename'; columns: { to: string; from: string }[] }
  | { kind: 'summarize'; aggregates: Named[]; by: Named[] }
  | { kind: 'distinct'; columns: Named[] }
  | { kind: 'take'; count: number }
  | { kind: 'sort'; by: Order[]; count: number | null }
  | { kind: 'count' }
  | { kind: 'join' | 'lookup'; joinKind: string; right: Query; on: JoinKey[] }
  | { kind: 'union'; tables: Query[]; withSource: string | null; inner: boolean; fuzzy: boolean }
  | { kind: 'mv-expand'; column: Named }
  | { kind: 'render' };

export interface Order {
  expression: Expression;
  descending: boolean;
  nullsFirst: boolean;
}

export interface JoinKey {
  left: string;
  right: string;
}

export interface Query {
  source: Source;
  operators: Operator[];
}

export interface Let {
  name: string;
  value: Expression | Query;
}

export interface Program {
  lets: Let[];
  query: Query;
}

export const isQuery = (value: Expression | Query): value is Query => 'source' in value;
