import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { SyncOutcome } from '../../contract/sync';

/** The read of one tenant as main knows it, from the order to its outcome. */
export class Reading {
  /** Somebody waits for it. */
  interactive = false;
  /** The process that reads was given it: from then on only that process can end it. */
  given = false;
  /** Its first page was asked for. */
  begun = false;
  over = false;
  readonly outcome: Promise<SyncOutcome>;
  #resolve: (outcome: SyncOutcome) => void = () => undefined;

  constructor(readonly tenantId: TenantId) {
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  cancelled(): SyncOutcome {
    return { tenantId: this.tenantId, result: 'cancelled', pages: 0, incidents: 0, finishedAt: Date.now() };
  }

  failed(problem: Problem): SyncOutcome {
    return { tenantId: this.tenantId, result: 'failed', pages: 0, incidents: 0, problem, finishedAt: problem.at };
  }

  /** The first outcome is the one. */
  end(outcome: SyncOutcome): void {
    this.over = true;
    this.#resolve(outcome);
  }
}

export const idsOf = (readings: readonly Reading[]): TenantId[] => readings.map(({ tenantId }) => tenantId);

export function processEnded(): Problem {
  return { code: 'internal', at: Date.now(), detail: 'The process that reads incidents ended unexpectedly.' };
}
