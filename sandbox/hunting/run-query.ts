import type { Tenant } from '../directory/tenants';
import { KqlError } from '../kql/errors';
import { evaluate } from '../kql/evaluate';
import { type Table, timeOf, WIRE_TYPES, wireValue } from '../kql/values';
import type { World } from '../world';

/** Why a query was not answered, before either surface puts it into its own form. */
export class HuntingRefusal extends Error {
  constructor(
    readonly status: 400 | 429 | 500,
    message: string,
    readonly waitSeconds?: number,
  ) {
    super(message);
  }
}

const LOOK_BACK_MICROS = 30 * 86_400_000_000;
const MOST_ROWS = 100_000;
const MOST_BYTES = 50 * 1024 * 1024;

export interface Answer {
  schema: { name: string; type: string }[];
  results: Record<string, unknown>[];
  table: Table;
}

const FAILURES = {
  timeout: 'Query exceeded the timeout period. Optimize your query and try again.',
  tooHeavy: 'Query stopped due to excessive resource consumption. Optimize your query and try again.',
  tooLarge: 'Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again.',
  queryTooBig: 'The query cannot run because it exceeds the allowed size limit when processed.',
  unexpected: 'An unexpected error occurred during query execution. Please try again in a few minutes.',
} as const;

/** Runs a query in a tenant as the service does: look-back, licences and limits included. Throws HuntingRefusal. */
export function runQuery(world: World, tenant: Tenant, query: string, timespan: string | null): Answer {
  const rule = world.hunting.of(tenant.tenantId);
  const wait = world.hunting.spend(tenant.tenantId);
  if (wait !== null) {
    const minutes = Math.floor(wait / 60);
    const told = [minutes > 0 ? `${minutes} minutes` : '', `${wait % 60} seconds`].filter((part) => part !== '').join(' and ');
    throw new HuntingRefusal(
      429,
      `You have exceeded processing resources allocated to this tenant. You can run queries again in ${told}.`,
      wait,
    );
  }
  if (rule.fail) throw new HuntingRefusal(rule.fail === 'unexpected' ? 500 : 400, FAILURES[rule.fail]);
  const now = world.clock() * 1_000;
  const [from, to] = boundsOf(timespan, now);
  const unlicensed = new Set(rule.unlicensed ?? []);
  const tables = {
    table: (name: string): Table | null => {
      const table = unlicensed.has(name) ? null : world.telemetry.table(tenant, name);
      if (!table) return null;
      return { ...table, rows: table.rows.filter(([at]) => typeof at === 'number' && at >= from && at < to) };
    },
  };
  try {
    return answerOf(evaluate(query, tables, now), rule.rowLimit ?? MOST_ROWS, rule.resultBytes ?? MOST_BYTES);
  } catch (error) {
    if (error instanceof KqlError) throw new HuntingRefusal(400, error.message);
    throw error;
  }
}

function answerOf(table: Table, mostRows: number, mostBytes: number): Answer {
  let bytes = 0;
  const results = table.rows.slice(0, mostRows).map((row) => {
    const record = Object.fromEntries(table.columns.map(({ name, type }, at) => [name, wireValue(row[at] ?? null, type)]));
    for (const value of Object.values(record)) bytes += String(value).length + 8;
    return record;
  });
  if (bytes > mostBytes) throw new HuntingRefusal(400, FAILURES.tooLarge);
  return { schema: table.columns.map(({ name, type }) => ({ name, type: WIRE_TYPES[type] })), results, table };
}

/** The time looked at: 30 days at most, and what `Timespan` says (`start/end`, `P7D`, `P7D/end`, `start`). */
function boundsOf(timespan: string | null, now: number): [number, number] {
  const [from, to] = timespan === null ? [0, Number.POSITIVE_INFINITY] : spanBounds(timespan, now);
  return [Math.max(from, now - LOOK_BACK_MICROS), to];
}

function spanBounds(timespan: string, now: number): [number, number] {
  const [one = '', other] = timespan.split('/');
  const refuse = (): never => {
    throw new HuntingRefusal(400, `Invalid Timespan '${timespan}'.`);
  };
  const [a, b] = [durationOf(one), other === undefined ? null : durationOf(other)];
  if (a !== null) {
    const end = other === undefined ? now : (timeOf(other) ?? refuse());
    return [end - a, end];
  }
  const start = timeOf(one) ?? refuse();
  if (other === undefined) return [start, Number.POSITIVE_INFINITY];
  return [start, b === null ? (timeOf(other) ?? refuse()) : start + b];
}

/** An ISO 8601 duration in microseconds. */
function durationOf(text: string): number | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!found || text === 'P') return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  return (Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000_000;
}
