import { parentPort, workerData } from 'node:worker_threads';
import { servePort } from '../../utility/port-calls';
import { connectToSpill } from './spill-connection';
import type { SpillReads, SpillThreadData } from './spill-reads';

/** Thread of the hunting process that looks at many rows of the spill file. It only reads. */
const { path, binding, key } = workerData as SpillThreadData;
const database = connectToSpill({ path, binding }, key);
database.pragma('query_only = ON');

const FIRST_SIZE = 1_024;

const reads: SpillReads = {
  async numbers(sql, values) {
    let numbers = new Uint32Array(FIRST_SIZE);
    let length = 0;
    const found = database
      .prepare(sql)
      .pluck()
      .iterate(...values);
    for (const number of found) {
      if (length === numbers.length) {
        const more = new Uint32Array(length * 2);
        more.set(numbers);
        numbers = more;
      }
      numbers[length] = Number(number);
      length += 1;
    }
    return numbers.slice(0, length);
  },
  async rows(sql, values) {
    return database
      .prepare(sql)
      .raw()
      .all(...values) as (string | number | null)[][];
  },
};
if (parentPort) servePort(parentPort, reads);
