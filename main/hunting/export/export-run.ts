import { rename, rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HuntingExportFormat, HuntingRow, HuntingView } from '../../../contract/hunting';
import type { HuntingRunState } from '../hunting-run';
import type { RunReader } from '../spill/run-reader';
import { coverageOf, type TenantNames } from './coverage';
import { writeRows } from './write-rows';

export interface ExportParts {
  state: HuntingRunState;
  reader: RunReader;
  format: HuntingExportFormat;
  view: HuntingView;
  path: string;
  names: TenantNames;
  signal: AbortSignal;
  now(): number;
  onProgress(rows: number, of: number): void;
}

class ExportCancelled extends Error {}

/** Rows read and written at once; calls of the page are answered in between. */
const BATCH = 1_000;

/** Writes the rows of a view beside the file wanted, and puts it in its place once it is whole. Throws what the disk says. */
export async function exportRun({
  state,
  reader,
  format,
  view,
  path,
  names,
  signal,
  now,
  onProgress,
}: ExportParts): Promise<{ rows: number } | 'cancelled'> {
  const { table } = state;
  const numbers = await reader.numbersOf(view);
  const coverage = coverageOf(state.facts(), names, { now: now(), view });
  const columns = [...table.merged.columns];
  const partial = `${path}.part`;
  async function* batches(): AsyncGenerator<readonly HuntingRow[]> {
    for (let at = 0; at < numbers.length; at += BATCH) {
      if (signal.aborted) throw new ExportCancelled();
      yield table.rowsBy([...numbers.subarray(at, at + BATCH)]);
      onProgress(Math.min(at + BATCH, numbers.length), numbers.length);
      await nextTurn();
    }
  }
  try {
    await writeRows(format, { path: partial, columns, names, coverage, batches: batches() });
    await rename(partial, path);
    return { rows: numbers.length };
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof ExportCancelled) return 'cancelled';
    throw error;
  }
}
