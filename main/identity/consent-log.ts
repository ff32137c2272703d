import { isDeepStrictEqual } from 'node:util';
import type { ConsentEvent, ConsentEventFacts, ConsentEventKind } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import type { TenantConsentEvent } from '../store/consent-port';
import type { StorePort } from '../store/store-port';
import { gather } from '../utility/gather';
import type { AcquireAnswer } from './token-broker';
import { tokenEvent } from './token-event';

export interface ConsentLogParts {
  store: Pick<StorePort, 'addConsentEvents' | 'listConsentEvents'>;
  now(): number;
  onChange(tenantId: TenantId): void;
}

/** Done twice in a row, these say nothing new. */
const ONCE_IN_A_ROW: ReadonlySet<ConsentEventKind> = new Set<ConsentEventKind>(['linkMade', 'opened', 'ignored']);
/** A first read brings a token of every tenant: facts wait so long for others, and share their calls. */
const TOGETHER_MS = 20;

/** Something that happened. `make`: the event it is after those known, newest first; null: it says nothing new. */
interface Fact {
  tenantId: TenantId;
  make(events: readonly ConsentEvent[]): ConsentEvent | null;
}

/** What happened about each tenant's consent, as it is kept. Facts go one after the other, so that no two can both take the same event for the last. */
export class ConsentLog {
  #last: Promise<unknown> = Promise.resolve();
  readonly #note = gather<Fact, void>((facts) => this.#inTurn(facts), { momentMs: TOGETHER_MS });

  constructor(private readonly parts: ConsentLogParts) {}

  async list(tenantId: TenantId): Promise<ConsentEvent[]> {
    await this.flush();
    const [events = []] = await this.parts.store.listConsentEvents([tenantId]);
    return events;
  }

  add(tenantId: TenantId, kind: ConsentEventKind, facts: ConsentEventFacts = {}): Promise<void> {
    const make: Fact['make'] = ([newest]) => {
      const repeated = ONCE_IN_A_ROW.has(kind) && newest?.kind === kind && isDeepStrictEqual(newest.facts, facts);
      return repeated ? null : { kind, at: this.parts.now(), facts };
    };
    return this.#note({ tenantId, make });
  }

  /** How asking for a token ended, whoever asked: kept where it differs from what was known. */
  noteToken(tenantId: TenantId, appId: PartnerAppId, answer: AcquireAnswer): Promise<void> {
    const make: Fact['make'] = (events) => {
      const ofApp = events.filter(({ facts }) => facts.appId === undefined || facts.appId === appId);
      const event = tokenEvent(ofApp, answer, this.parts.now());
      return event && { ...event, facts: { ...event.facts, appId } };
    };
    return this.#note({ tenantId, make });
  }

  /** Everything noted so far is in the store then, or was refused by it. */
  flush(): Promise<void> {
    return this.#note.flush();
  }

  #inTurn(facts: readonly Fact[]): Promise<void[]> {
    const turn = this.#last.then(() => this.#keep(facts));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #keep(facts: readonly Fact[]): Promise<void[]> {
    const tenantIds = [...new Set(facts.map(({ tenantId }) => tenantId))];
    const stored = await this.parts.store.listConsentEvents(tenantIds);
    const known = new Map(tenantIds.map((tenantId, index) => [tenantId, stored[index] ?? []]));
    const added: TenantConsentEvent[] = [];
    for (const { tenantId, make } of facts) {
      const before = known.get(tenantId) ?? [];
      const event = make(before);
      if (!event) continue;
      known.set(tenantId, [event, ...before]);
      added.push({ tenantId, event });
    }
    if (added.length > 0) await this.parts.store.addConsentEvents(added);
    for (const tenantId of new Set(added.map((one) => one.tenantId))) this.parts.onChange(tenantId);
    return [];
  }
}
