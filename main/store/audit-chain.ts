import { createHash } from 'node:crypto';
import type { AuditEntry, AuditVerdict } from '../../contract/audit';

/** What the first line is chained to. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of a line: SHA-256 over the hash before it and the line as JSON, names in a fixed order. In hex.
 * `docs/decisions/0024-audit-trail.md` says how to recompute it from an export.
 */
export function chainHash(before: string, { number, at, user, action, tenantId, tenantName, detail }: Omit<AuditEntry, 'hash'>): string {
  const facts = Object.keys(detail)
    .sort()
    .map((name) => [name, detail[name]]);
  const line = JSON.stringify([number, at, user, action, tenantId, tenantName, facts]);
  return createHash('sha256').update(`${before}\n${line}`, 'utf8').digest('hex');
}

/** Follows a chain line by line, in its order. */
export class ChainCheck {
  #hash = CHAIN_START;
  #entries = 0;
  #brokenAt: number | undefined;

  /** Takes the next line. Lines after a broken one are chained to it and say nothing more. */
  take(entry: AuditEntry): void {
    this.#entries += 1;
    const fits = entry.number === this.#entries && entry.hash === chainHash(this.#hash, entry);
    if (!fits) this.#brokenAt ??= this.#entries;
    this.#hash = entry.hash;
  }

  verdict(): AuditVerdict {
    const head = this.#entries === 0 ? undefined : this.#hash;
    return { intact: this.#brokenAt === undefined, entries: this.#entries, brokenAt: this.#brokenAt, head };
  }
}
