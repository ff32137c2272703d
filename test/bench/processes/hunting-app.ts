import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { HuntingColumn } from '../../../contract/hunting';
import { AnswerReader } from '../../../main/hunting/answer-reader';
import { RunTable } from '../../../main/hunting/spill/run-table';
import { openSpillFile } from '../../../main/hunting/spill/spill-file';
import { testBinding } from '../../support/sqlite-binding';
import { huntOnce, tokenOf } from '../support/hunting-loop';
import { servePeer } from '../support/peer';
import type { CloudFacts } from './cloud';

export interface HuntingApp {
  /** What the processor needs at least for the answers of so many tenants: reading and keeping them, with the product's own reader and spill. Out: ms for each tenant. */
  floor(facts: CloudFacts, sample: string[]): Promise<number>;
}

servePeer<HuntingApp>({
  async floor(facts, sample) {
    await app.whenReady();
    const bodies = await Promise.all(sample.map(async (tenantId) => huntOnce(facts, await tokenOf(facts, tenantId))));
    const folder = mkdtempSync(join(tmpdir(), 'tenantry-floor-'));
    const spill = openSpillFile({ path: join(folder, 'spill'), binding: testBinding(), reader: '' });
    const table = new RunTable(spill.database, 'floor', sample);
    const began = performance.now();
    for (const [tenant, body] of bodies.entries()) {
      const write = table.writer(tenant, 0);
      let columns: readonly HuntingColumn[] = [];
      const reader = new AnswerReader({
        columns: (named) => {
          columns = named;
        },
        rows: (rows) => write(columns, rows),
      });
      for (let at = 0; at < body.length; at += 256 * 1024) reader.take(body.subarray(at, at + 256 * 1024));
      reader.end();
    }
    const ms = performance.now() - began;
    await spill.close();
    rmSync(folder, { recursive: true, force: true });
    return ms / sample.length;
  },
});
