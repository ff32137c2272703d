import type { ConsentEventFacts, ConsentHistory, ConsentVerdict } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
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

  /** The `state` of a tenant's links for one app. */
  stateOf(tenantId: TenantId, appId: PartnerAppId): Promise<string> {
    return this.parts.states.forTenant(tenantId, appId);
  }

  /** Null while nothing is listened to. */
  listener(): ConsentListener['place'] | null {
    return this.#listener?.place ?? null;
  }

  listenWith(listener: ConsentListener | null): void {
    this.#listener = listener;
  }

  /** Events of all apps, and whether one app's token is being asked for. */
  async history(tenantId: TenantId, appId: PartnerAppId): Promise<ConsentHistory> {
    return { events: await this.log.list(tenantId), probe: this.prober.state(tenantId, appId) };
  }

  /** What came to the loopback address. */
  async takeRequest(parameters: URLSearchParams): Promise<ConsentVerdict> {
    return this.#take(readConsentAnswer(parameters), null, 'listener');
  }

  /** The address somebody's browser ended on, pasted at a tenant. `registered`: the redirect URIs of the tenant's apps. */
  async takeAddress(tenantId: TenantId, pasted: string, registered: readonly string[]): Promise<ConsentVerdict> {
    const address = readRedirectAddress(pasted, registered);
    return address.ok ? this.#take(readConsentAnswer(address.parameters), tenantId, 'pasted') : { verdict: address.why };
  }

  /** Asks for a token, and again after growing waits. Nobody waits for it. */
  startProbe(tenantId: TenantId, appId: PartnerAppId): void {
    void this.prober.start(tenantId, appId).catch((error: unknown) => this.parts.onFailure(error));
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
    if (redeemed.found === 'unknown') return { verdict: 'unknownState' };
    const { tenantId, appId } = redeemed;
    switch (redeemed.found) {
      case 'otherTenant':
        return { verdict: 'otherTenant', tenantId };
      case 'expired':
      case 'used':
        await this.log.add(tenantId, 'ignored', { via, reason: redeemed.found, ...ofApp(appId) });
        return { verdict: redeemed.found === 'used' ? 'usedState' : 'expiredState' };
      case 'valid':
        return this.#believe(answer, { tenantId, appId }, via);
    }
  }

  async #believe(
    { outcome, error, detail, namedTenant }: ConsentAnswer,
    { tenantId, appId }: LinkOwner,
    via: Via,
  ): Promise<ConsentVerdict> {
    if (outcome === 'declined') {
      const why = { ...(error === undefined ? {} : { error }), ...(detail === undefined ? {} : { detail }) };
      await this.log.add(tenantId, 'declined', { via, ...why, ...ofApp(appId) });
      return { verdict: 'declined', ...why };
    }
    const mismatch = namedTenant !== undefined && namedTenant !== tenantId;
    await this.log.add(tenantId, mismatch ? 'mismatch' : 'granted', { via, ...(mismatch ? { namedTenant } : {}), ...ofApp(appId) });
    // Also after a mismatch: the parameter proves nothing either way, the token does.
    if (appId !== null) this.startProbe(tenantId, appId);
    return mismatch ? { verdict: 'mismatch', tenantId: namedTenant } : { verdict: 'granted' };
  }
}

/** Whose link a `state` was in. */
interface LinkOwner {
  tenantId: TenantId;
  appId: PartnerAppId | null;
}

const ofApp = (appId: PartnerAppId | null): ConsentEventFacts => (appId === null ? {} : { appId });
