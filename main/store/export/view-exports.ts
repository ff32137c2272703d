import type { Kysely } from 'kysely';
import type { PageReader } from '../page-reader';
import type { QueueReader } from '../queue/queue-reader';
import type { Schema } from '../schema';
import { StoreError } from '../store-error';
import type { StoredIncident } from '../store-port';
import { CsvView } from './csv-view';
import type { ExportAsked, ExportPort } from './export-port';
import { JsonView } from './json-view';
import { UnfinishedFile } from './unfinished-file';
import { wholeIncidents } from './whole-incidents';

/** Rows read from the store at once. */
const AT_ONCE = 250;
/** How long a piece of an export takes at most, about, in milliseconds. */
const PIECE_MS = 100;
/** Above every place in a view, and small enough that page and place fit into one number. */
const PLACES = 2 ** 26;

interface Running {
  form: Form;
  /** In the order they are written. */
  order: Float64Array;
  file: UnfinishedFile;
  next: number;
  written: number;
}

/** Which rows a view has. */
interface ViewRows {
  keys: Float64Array;
  /** False: there may be more of them, as the search does not cover all that is stored yet. */
  searchedAll: boolean;
}

/** What is written of rows, some at a time. */
interface Form {
  rows(order: Float64Array): Promise<{ text: string; rows: number }>;
  end(written: number): string;
}

/** The exports under way. Which rows a view has is asked once, and kept as their keys: eight bytes a row, and nothing else grows with the view. */
export class ViewExports implements Omit<ExportPort, 'readRows'> {
  readonly #running = new Map<number, Running>();
  #last = 0;

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly queue: QueueReader,
    private readonly reader: PageReader,
  ) {}

  beginExport: ExportPort['beginExport'] = async (asked) => {
    const { keys, search: covered } = await this.queue.keys(asked.query);
    const search = covered && covered.searchable < covered.total ? covered : null;
    const rows = { keys, searchedAll: search === null };
    const file = await UnfinishedFile.open(asked.path);
    try {
      const { form, order } = asked.format === 'csv' ? await this.#csv(asked, rows, file) : await this.#json(asked, rows, file);
      this.#last += 1;
      this.#running.set(this.#last, { form, order, file, next: 0, written: 0 });
      return { exportId: this.#last, total: keys.length, search };
    } catch (error) {
      await file.drop();
      throw error;
    }
  };

  continueExport: ExportPort['continueExport'] = async (exportId) => {
    const running = this.#running.get(exportId);
    if (!running) throw new StoreError('failed', 'There is no such export');
    try {
      const until = performance.now() + PIECE_MS;
      while (running.next < running.order.length && performance.now() < until) await writeSome(running);
      if (running.next < running.order.length) return { written: running.written, done: false };
      await running.file.write(running.form.end(running.written));
      await running.file.finish();
      this.#running.delete(exportId);
      return { written: running.written, done: true };
    } catch (error) {
      await this.dropExport(exportId);
      throw error;
    }
  };

  dropExport: ExportPort['dropExport'] = async (exportId) => {
    const running = this.#running.get(exportId);
    this.#running.delete(exportId);
    await running?.file.drop();
  };

  /** Ends all that are under way, before the store closes. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((exportId) => this.dropExport(exportId)));
  }

  async #csv(asked: ExportAsked, { keys, searchedAll }: ViewRows, file: UnfinishedFile): Promise<Pick<Running, 'form' | 'order'>> {
    const view = new CsvView(asked);
    await file.write(view.head(searchedAll));
    const form: Form = {
      rows: async (some) => {
        const rows = (await this.queue.rows([...some])).filter(isOfView(asked));
        return { text: rows.map((row) => view.row(row)).join(''), rows: rows.length };
      },
      end: (written) => view.end(written),
    };
    return { form, order: keys };
  }

  async #json(asked: ExportAsked, { keys: ids, searchedAll }: ViewRows, file: UnfinishedFile): Promise<Pick<Running, 'form' | 'order'>> {
    const view = new JsonView(asked);
    await file.write(view.head(ids.length, searchedAll));
    const form: Form = {
      rows: async (some) => {
        const places = new Map([...some].map((key) => [ids[key % PLACES] ?? -1, key % PLACES]));
        const whole = await wholeIncidents(this.db, this.reader, [...places.keys()]);
        const isOf = isOfView(asked);
        const lines = [...places].flatMap(([id, place]) => {
          const found = whole.get(id);
          return found && isOf(found.row) ? [view.row(found.row, place + 1, found.raw)] : [];
        });
        return { text: lines.join(''), rows: lines.length };
      },
      end: (written) => view.end(written),
    };
    return { form, order: await this.#byPage(ids) };
  }

  /** Places in the view by the page the row lies in, so that every page is unpacked once. */
  async #byPage(ids: Float64Array): Promise<Float64Array> {
    const keys = new Float64Array(ids.length);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = [...ids.subarray(from, from + AT_ONCE)];
      const rows = await this.db.selectFrom('incident').select(['id', 'raw_page_key as page']).where('id', 'in', some).execute();
      const pages = new Map(rows.map(({ id, page }) => [id, page]));
      for (const [at, id] of some.entries()) keys[from + at] = (pages.get(id) ?? 0) * PLACES + from + at;
    }
    return keys.sort();
  }
}

/** A second guard behind the keys, each of which stands for one row: nothing of a tenant the view is not about. */
function isOfView({ tenants }: Pick<ExportAsked, 'tenants'>): (row: StoredIncident) => boolean {
  const ids = new Set(tenants.map(({ tenantId }) => tenantId));
  return ({ tenantId }) => ids.has(tenantId);
}

/** Rows that were removed since the export began are passed over. */
async function writeSome(running: Running): Promise<void> {
  const { form, order, file } = running;
  const { text, rows } = await form.rows(order.subarray(running.next, running.next + AT_ONCE));
  await file.write(text);
  running.next = Math.min(order.length, running.next + AT_ONCE);
  running.written += rows;
}
