import type Database from 'better-sqlite3-multiple-ciphers';
import type { ProblemCode } from '../../contract/problem';
import type { TenantRow } from './schema';
import type { AttemptResult, TenantAttempt } from './store-port';
import { parseProblem } from './tenants';

/** What a token disproves. Anything else may have stopped a read, and stays until one is whole: a failed tenant never looks clean. */
const TOKEN_CURES: ReadonlySet<ProblemCode> = new Set([
  'consentMissing',
  'rolesMissing',
  'appDisabled',
  'conditionalAccess',
  'tenantBlocked',
  'tenantNotFound',
  'otherCloud',
  'wrongTenantToken',
  'wrongAudience',
  'unknownEntra',
  'noPartnerApp',
]);

const COLUMNS = ['last_attempt_at', 'last_complete_at', 'read_over', 'problem', 'problem_since', 'partial'] as const;
type Standing = Pick<TenantRow, (typeof COLUMNS)[number]>;

/**
 * Notes how attempts ended, in one transaction: a round over all tenants ends many at a time, and goes through prepared statements. `problem_since` stays
 * while attempts keep ending with the same code. Unknown tenant: nothing, as it may have been removed meanwhile.
 */
export class AttemptWriter {
  readonly record: (attempts: readonly TenantAttempt[]) => void;

  constructor(database: Database) {
    const read = database.prepare(`select id, ${COLUMNS.join(', ')} from tenant where tenant_id = ?`);
    const write = database.prepare(`update tenant set ${COLUMNS.map((name) => `${name} = @${name}`).join(', ')} where id = @id`);
    this.record = database.transaction((attempts: readonly TenantAttempt[]) => {
      for (const { tenantId, result } of attempts) {
        const stored = read.get(tenantId) as (Standing & { id: number }) | undefined;
        if (stored) write.run({ ...stored, ...afterAttempt(stored, result) });
      }
    });
  }
}

function afterAttempt(stored: Standing, result: AttemptResult): Partial<Standing> {
  const readOver = result.kind === 'token' ? undefined : result.readOver;
  const ended = { last_attempt_at: result.at, ...(readOver ? { read_over: JSON.stringify(readOver) } : {}) };
  const before = parseProblem(stored.problem);
  if (result.kind === 'complete' && !result.unread)
    return { ...ended, last_complete_at: result.at, problem: null, problem_since: null, partial: 0 };
  if (result.kind === 'token') return before && TOKEN_CURES.has(before.code) ? { ...ended, problem: null, problem_since: null } : ended;
  const whole = result.kind === 'complete';
  const problem = whole ? result.unread : result.problem;
  const since = before?.code === problem?.code ? (stored.problem_since ?? result.at) : result.at;
  const partial = whole || result.partial ? 1 : 0;
  return { ...ended, ...(whole ? { last_complete_at: result.at } : {}), problem: JSON.stringify(problem), problem_since: since, partial };
}
