import type Database from 'better-sqlite3-multiple-ciphers';
import { type AuditEntry, auditDetail, type AuditVerdict } from '../../contract/audit';
import { CHAIN_START, ChainCheck, chainHash } from './audit-chain';

/** What is to be added; number and hash come from the place it gets. */
export type AuditRecord = Omit<AuditEntry, 'number' | 'hash'>;

interface Row {
  number: number;
  at: number;
  user: string;
  action: string;
  tenant_id: string | null;
  tenant_name: string | null;
  detail: string;
  hash: string;
}

/** The audit trail's table. Works at once, so nothing comes between reading the last line and adding the next. */
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** All or none, and on the disk when this returns: other writes may be lost with the power, a line of the trail may not. */
  append(records: readonly AuditRecord[]): AuditEntry[] {
    this.database.pragma('synchronous = FULL');
    try {
      return this.database.transaction(() => records.map((record) => this.#appendOne(record)))();
    } finally {
      this.database.pragma('synchronous = NORMAL');
    }
  }

  #appendOne(record: AuditRecord): AuditEntry {
    const last = this.database.prepare('select number, hash from audit_entry order by number desc limit 1').get() as
      | Pick<Row, 'number' | 'hash'>
      | undefined;
    const entry = { ...record, number: (last?.number ?? 0) + 1 };
    const hash = chainHash(last?.hash ?? CHAIN_START, entry);
    const { number, at, user, action, tenantId, tenantName, detail } = entry;
    this.database
      .prepare('insert into audit_entry (number, at, user, action, tenant_id, tenant_name, detail, hash) values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(number, at, user, action, tenantId, tenantName, JSON.stringify(detail), hash);
    return { ...entry, hash };
  }

  /** The newest lines before a number (null: the newest of all), newest first. */
  list({ before, limit }: { before: number | null; limit: number }): AuditEntry[] {
    const rows = this.database
      .prepare('select * from audit_entry where number < ? order by number desc limit ?')
      .all(before ?? Number.MAX_SAFE_INTEGER, limit) as Row[];
    return rows.map(entryOf);
  }

  /** Recomputes every hash. */
  verify(): AuditVerdict {
    const check = new ChainCheck();
    for (const row of this.database.prepare('select * from audit_entry order by number').iterate() as IterableIterator<Row>) {
      check.take(entryOf(row));
    }
    return check.verdict();
  }
}

/** A detail that cannot be read is shown as that; its hash then does not fit. */
function entryOf({ tenant_id, tenant_name, detail, ...row }: Row): AuditEntry {
  return { ...row, tenantId: tenant_id, tenantName: tenant_name, detail: detailIn(detail) };
}

function detailIn(text: string): AuditEntry['detail'] {
  try {
    return auditDetail.parse(JSON.parse(text));
  } catch {
    return { unreadable: text };
  }
}
