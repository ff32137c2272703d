import type { ConsentEventFacts, ConsentHistory, ConsentVerdict } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { StorePort } from '../store/store-port';
import { type ConsentAnswer, readConsentAnswer } from './consent-answer';
import type { ConsentListener } from './consent-listener';
import type { ConsentLog } from './consent-log';
import type { ConsentProber } from './consent-probe';
import type { ConsentState } from './consent-state';
import { readRedirectAddress } from './redirect-address';

export interface ConsentDeskParts {
  store: Pick<StorePort, 'redeemConsentState'>;
  states: ConsentState;
  log: ConsentLog;
  prober: ConsentProber;
  now(): number;
  /** Asking for a token broke off. */
  onFailure(error: unknown): void;
}

type Via = NonNullable<ConsentEventFacts['via']>;

/**
 * From a link to a proven consent. An answer counts only with a `state` of ours that is valid and belongs to the tenant; even then it is a report: a token whose
 * `tid` is the tenant's proves it. A refusal leaves the state good, since the same link is often opened again by somebody who may consent.
 */
export class ConsentDesk {
  #listener: ConsentListener | null = null;

  constructor(private readonly parts: ConsentDeskParts) {}

  get log(): ConsentLog {
    return this.parts.log;
  }

  get prober(): ConsentProber {
    return this.parts.prober;
  }

  /** The `state` of a tenant's links. */
  stateOf(tenantId: TenantId): Promise<string> {
    return this.parts.states.forTenant(tenantId);
  }

  /** Null while nothing is listened to. */
  listener(): ConsentListener['place'] | null {
    return this.#listener?.place ?? null;
  }

  listenWith(listener: ConsentListener | null): void {
    this.#listener = listener;
  }

  async history(tenantId: TenantId): Promise<ConsentHistory> {
    return { events: await this.log.list(tenantId), probe: this.prober.state(tenantId) };
  }

  /** What came to the loopback address. */
  async takeRequest(parameters: URLSearchParams): Promise<ConsentVerdict> {
    return this.#take(readConsentAnswer(parameters), null, 'listener');
  }

  /** The address somebody's browser ended on, pasted at a tenant. `registered`: the redirect URI of the cloud. */
  async takeAddress(tenantId: TenantId, pasted: string, registered: string): Promise<ConsentVerdict> {
    const address = readRedirectAddress(pasted, registered);
    return address.ok ? this.#take(readConsentAnswer(address.parameters), tenantId, 'pasted') : { verdict: address.why };
  }

  /** Asks for a token, and again after growing waits. Nobody waits for it. */
  startProbe(tenantId: TenantId): void {
    void this.prober.start(tenantId).catch((error: unknown) => this.parts.onFailure(error));
  }

  async close(): Promise<void> {
    this.prober.close();
    await this.#listener?.close();
    this.#listener = null;
  }

  async #take(answer: ConsentAnswer | null, expected: TenantId | null, via: Via): Promise<ConsentVerdict> {
    if (!answer) return { verdict: 'noAnswer' };
    if (answer.state === null || answer.state === '') return { verdict: 'noState' };
    const spend = answer.outcome === 'granted';
    const redeemed = await this.parts.store.redeemConsentState({ state: answer.state, expected, spend, now: this.parts.now() });
    switch (redeemed.found) {
      case 'unknown':
        return { verdict: 'unknownState' };
      case 'otherTenant':
        return { verdict: 'otherTenant', tenantId: redeemed.tenantId };
      case 'expired':
      case 'used':
        await this.log.add(redeemed.tenantId, 'ignored', { via, reason: redeemed.found });
        return { verdict: redeemed.found === 'used' ? 'usedState' : 'expiredState' };
      case 'valid':
        return this.#believe(answer, redeemed.tenantId, via);
    }
  }

  async #believe({ outcome, error, detail, namedTenant }: ConsentAnswer, tenantId: TenantId, via: Via): Promise<ConsentVerdict> {
    if (outcome === 'declined') {
      const why = { ...(error === undefined ? {} : { error }), ...(detail === undefined ? {} : { detail }) };
      await this.log.add(tenantId, 'declined', { via, ...why });
      return { verdict: 'declined', ...why };
    }
    const mismatch = namedTenant !== undefined && namedTenant !== tenantId;
    await this.log.add(tenantId, mismatch ? 'mismatch' : 'granted', { via, ...(mismatch ? { namedTenant } : {}) });
    // Also after a mismatch: the parameter proves nothing either way, the token does.
    this.startProbe(tenantId);
    return mismatch ? { verdict: 'mismatch', tenantId: namedTenant } : { verdict: 'granted' };
  }
}
