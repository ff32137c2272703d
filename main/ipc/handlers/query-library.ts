import { i18n } from '@lingui/core';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_FILE_BYTES, readLibrary, type ReadLibrary, writeLibrary } from '../../hunting/library-file';
import { QueryLibrary } from '../../hunting/query-library';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const CANCELLED = fail('cancelled', 'No file was chosen');

type LibraryCall = 'list' | 'save' | 'remove' | 'import' | 'export' | 'desk' | 'saveDesk';

/** Calls about hunting queries that are kept, and those being worked on. */
export function queryLibraryHandlers(context: IpcContext): HandlersOf<`huntingLibrary.${LibraryCall}`> {
  const library = () => {
    const store = context.desk()?.store;
    return store ? new QueryLibrary({ store, now: Date.now }) : null;
  };
  return {
    'huntingLibrary.list': async () => {
      const open = library();
      return open ? ok(await open.list()) : STORE_CLOSED;
    },
    'huntingLibrary.save': async (query) => {
      const open = library();
      if (!open) return STORE_CLOSED;
      return (await open.save(query)) ? ok(await open.list()) : fail('badInput', 'There are as many queries as can be kept');
    },
    'huntingLibrary.remove': async ({ queryIds }) => {
      const open = library();
      if (!open) return STORE_CLOSED;
      await open.remove(queryIds);
      return ok(await open.list());
    },
    'huntingLibrary.import': async () => {
      const open = library();
      if (!open) return STORE_CLOSED;
      const path = await context.dialogs.queryFile();
      if (path === null) return CANCELLED;
      const read = await readFileOf(path);
      if (!read.ok) return ok({ outcome: 'refused', fileName: basename(path), faults: read.faults });
      return ok({ outcome: 'imported', ...(await open.take(read.queries)) });
    },
    'huntingLibrary.export': async ({ queryIds }) => {
      const open = library();
      if (!open) return STORE_CLOSED;
      const queries = (await open.list()).filter(({ queryId }) => queryIds?.includes(queryId) ?? true);
      const name = `hunting-queries-${new Date().toISOString().slice(0, 10)}.json`;
      const saved = await context.dialogs.saveText({
        title: i18n.t('Export queries'),
        name,
        format: i18n.t('Hunting queries (JSON)'),
        extension: 'json',
        text: writeLibrary(queries),
      });
      if (saved === 'cancelled') return CANCELLED;
      return 'refused' in saved ? fail('notSaved', saved.refused) : ok({ queries: queries.length });
    },
    'huntingLibrary.desk': async () => {
      const open = library();
      return open ? ok(await open.desk()) : STORE_CLOSED;
    },
    'huntingLibrary.saveDesk': async (desk) => {
      const open = library();
      if (!open) return STORE_CLOSED;
      await open.saveDesk(desk);
      return ok(null);
    },
  };
}

async function readFileOf(path: string): Promise<ReadLibrary> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) return { ok: false, faults: ['The file is larger than any list of queries'] };
    return readLibrary(await readFile(path, 'utf8'));
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
