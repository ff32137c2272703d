import { isDeepStrictEqual } from 'node:util';
import type { ConsentEvent, ConsentEventFacts, ConsentEventKind } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import type { StorePort } from '../store/store-port';
import type { AcquireAnswer } from './token-broker';
import { tokenEvent } from './token-event';

export interface ConsentLogParts {
  store: Pick<StorePort, 'addConsentEvent' | 'listConsentEvents'>;
  now(): number;
  onChange(tenantId: TenantId): void;
}

/** Done twice in a row, these say nothing new. */
const ONCE_IN_A_ROW: ReadonlySet<ConsentEventKind> = new Set<ConsentEventKind>(['linkMade', 'opened', 'ignored']);

/** What happened about each tenant's consent, as it is kept. Writes one after the other, so that two facts cannot both take the same event for the last. */
export class ConsentLog {
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ConsentLogParts) {}

  list(tenantId: TenantId): Promise<ConsentEvent[]> {
    return this.parts.store.listConsentEvents(tenantId);
  }

  add(tenantId: TenantId, kind: ConsentEventKind, facts: ConsentEventFacts = {}): Promise<void> {
    return this.#inTurn(tenantId, ([newest]) => {
      const repeated = ONCE_IN_A_ROW.has(kind) && newest?.kind === kind && isDeepStrictEqual(newest.facts, facts);
      return repeated ? null : { kind, at: this.parts.now(), facts };
    });
  }

  /** How asking for a token ended, whoever asked: kept where it differs from what was known. */
  noteToken(tenantId: TenantId, appId: PartnerAppId, answer: AcquireAnswer): Promise<void> {
    return this.#inTurn(tenantId, (events) => {
      const ofApp = events.filter(({ facts }) => facts.appId === undefined || facts.appId === appId);
      const event = tokenEvent(ofApp, answer, this.parts.now());
      return event && { ...event, facts: { ...event.facts, appId } };
    });
  }

  #inTurn(tenantId: TenantId, make: (events: readonly ConsentEvent[]) => ConsentEvent | null): Promise<void> {
    const turn = this.#last.then(async () => {
      const event = make(await this.parts.store.listConsentEvents(tenantId));
      if (!event) return;
      await this.parts.store.addConsentEvent(tenantId, event);
      this.parts.onChange(tenantId);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
