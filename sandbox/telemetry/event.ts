import type { Value } from '../kql/values';

/** One event by the names of its columns. `at`: microseconds since 1970. */
export interface TelemetryEvent {
  table: string;
  at: number;
  values: Readonly<Record<string, Value>>;
}
