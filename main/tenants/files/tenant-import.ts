import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ConsentMail } from '../../../contract/consent';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { SavedView } from '../../../contract/saved-view';
import type { ImportAnswer, ImportRow, RowKind } from '../../../contract/tenant-files';
import type { StorePort, TenantEntry } from '../../store/store-port';
import { ImportPlan } from './plan-import';
import { readTenantFile } from './read-tenant-file';
import { type FileRow, RefusedFile } from './tenant-file';

interface PendingImport {
  importId: string;
  rows: readonly FileRow[];
  planned: readonly ImportRow[];
  consentMail: ConsentMail | null;
  views: readonly SavedView[];
}

/** Rows planned before other work of the process gets a turn. */
const AT_ONCE = 2_000;

/** Reads one file of tenants at a time, shows what it would do, and does it. The file's text never leaves this process. */
export class TenantImport {
  #pending: PendingImport | null = null;

  constructor(private readonly parts: { store: StorePort; now(): number; newTenantApps(): PartnerAppId[]; onChange(): void }) {}

  /** Reads a file and plans its import; takes the place of one that was not applied. `ownMail`: what a pack's mail is compared with. */
  async open(path: string, ownMail: ConsentMail): Promise<ImportAnswer> {
    this.#pending = null;
    const fileName = basename(path);
    try {
      const { format, rows, unknownColumns, headerMissing, consentMail: mail, views: packViews = [] } = await readTenantFile(path);
      const importId = randomUUID();
      const kept = [...rows];
      const planned = await this.#plan(kept);
      const views = planned.map(({ view }) => view);
      this.#pending = {
        importId,
        rows: kept,
        planned: views,
        consentMail: mail === undefined || mail === 'unusable' ? null : mail,
        views: packViews,
      };
      const counts = countsOf(views);
      const consentMail = mail === undefined || mail === 'unusable' ? mail : isDeepStrictEqual(mail, ownMail) ? 'same' : 'differs';
      return {
        outcome: 'preview',
        importId,
        fileName,
        format,
        counts,
        unknownColumns: [...unknownColumns],
        headerMissing,
        ...(consentMail && { consentMail }),
        ...(packViews.length > 0 && { views: packViews.length }),
      };
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      return { outcome: 'refused', fileName, why: error.why, ...(error.at === undefined ? {} : { at: error.at }) };
    }
  }

  /** Rows of the file that is open, in its order. Null: another one is, or none. */
  rows(importId: string, kind: RowKind | null, offset: number, limit: number): ImportRow[] | null {
    if (this.#pending?.importId !== importId) return null;
    const { planned } = this.#pending;
    const wanted = kind === null ? planned : planned.filter((row) => row.kind === kind);
    return wanted.slice(offset, offset + limit);
  }

  /**
   * Writes in one transaction, planned anew against the list as it is now, and gives the pack's mail, to be kept by whoever asked. Null: this file is
   * not open any more.
   */
  async apply(
    importId: string,
    wanted: { add: boolean; change: boolean },
  ): Promise<{ added: number; changed: number; consentMail: ConsentMail | null; views: readonly SavedView[] } | null> {
    if (this.#pending?.importId !== importId) return null;
    const planned = await this.#plan(this.#pending.rows);
    const entries = (kind: RowKind): TenantEntry[] => planned.flatMap(({ view, entry }) => (entry && view.kind === kind ? [entry] : []));
    const added = wanted.add ? entries('new') : [];
    const changed = wanted.change ? entries('changed') : [];
    await this.parts.store.saveTenants({ added, changed, at: this.parts.now(), appIds: this.parts.newTenantApps() });
    const { consentMail, views } = this.#pending;
    this.#pending = null;
    this.parts.onChange();
    return { added: added.length, changed: changed.length, consentMail, views };
  }

  drop(importId: string): void {
    if (this.#pending?.importId === importId) this.#pending = null;
  }

  async #plan(rows: readonly FileRow[]) {
    const plan = new ImportPlan(await this.parts.store.listTenants());
    const planned = [];
    for (const [index, row] of rows.entries()) {
      planned.push(plan.row(row));
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
    return planned;
  }
}

function countsOf(rows: readonly ImportRow[]): Record<RowKind, number> {
  const counts = { new: 0, changed: 0, same: 0, duplicate: 0, invalid: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
