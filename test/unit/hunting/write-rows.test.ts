import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { coverageOf } from '../../../main/hunting/export/coverage';
import { writeRows } from '../../../main/hunting/export/write-rows';
import { cellsThatRun, flattened, FORMULAS } from '../../support/formulas';
import { parseCsv } from '../../support/parse-csv';
import { huntingRun, huntingTenant } from '../../support/hunting-run';
import { TENANT_A } from '../../support/store/incident-pages';

const folder = mkdtempSync(join(tmpdir(), 'tenantry-rows-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('Rows of a hunt run nothing in a spreadsheet, whatever cells are parted by', async () => {
  const path = join(folder, 'rows.csv');
  const names = { [TENANT_A]: 'Alpha; =1' };
  const coverage = coverageOf(huntingRun(huntingTenant(TENANT_A, 'failed')), names, { now: 1, view: { filters: [], text: '' } });
  async function* batches() {
    yield FORMULAS.map((value) => ({ tenantId: TENANT_A, values: [value] }));
  }
  await writeRows('csv', { path, columns: [{ name: '=Column', type: 'string' }], names, coverage, batches: batches() });
  const text = readFileSync(path, 'utf8');
  expect(cellsThatRun(text)).toEqual([]);
  const values = parseCsv(text)
    .slice(2)
    .map((cells) => cells[2]?.replaceAll("'", ''));
  expect(values).toEqual(FORMULAS.map(flattened));
});
