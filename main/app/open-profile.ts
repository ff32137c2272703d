import { session } from 'electron';
import type { AppStatus, SecretStorage, StoreStatus } from '../../contract/app-status';
import { createLanes } from '../cloud/lanes/lanes';
import { ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { Desk } from '../ipc/context';
import type { Log } from '../log/log';
import type { SecretVault } from '../secrets/secret-vault';
import { chromiumFetch } from './chromium-fetch';
import { openDesk } from './open-desk';
import type { OpenProfileParts } from './open-profile-parts';
import { openProfileStore } from './open-profile-store';
import type { ProfileDefinition } from './profiles';

type ProfileStatus = Pick<AppStatus, 'profile' | 'clouds' | 'secretStorage' | 'store' | 'partnerApps' | 'schedule' | 'proxies'>;

const MOVABLE: ReadonlySet<StoreStatus['state']> = new Set<StoreStatus['state']>(['damaged', 'wrongKey', 'keyLost']);

/** A profile at work: its vault, its store and, when the store is open, the desk calls are answered from. */
export class OpenProfile {
  readonly #closers: (() => void | Promise<void>)[] = [];
  #storeStatus: StoreStatus;
  #desk: Desk | null;

  private constructor(
    readonly definition: ProfileDefinition,
    private readonly vault: SecretVault,
    readonly proxies: ProxySignIn,
    private readonly log: Log,
    storeStatus: StoreStatus,
    desk: Desk | null,
  ) {
    this.#storeStatus = storeStatus;
    this.#desk = desk;
  }

  /** Null while the store is not open. */
  get desk(): Desk | null {
    return this.#desk;
  }

  /** Opens vault and store. A store that cannot be opened is left as it is and named in the status; only a bug throws. */
  static async open(definition: ProfileDefinition, parts: OpenProfileParts): Promise<OpenProfile> {
    const { id } = definition.profile;
    const { vault, ...opened } = await openProfileStore(id, parts.sessionOnly);
    const proxies = new ProxySignIn({
      vault,
      onWanted: (use) => void parts.askForProxySignIn(proxies, use),
      onSignedIn: () => void readUnsigned(),
      onChange: () => parts.tell('status.changed', null),
      onFailure: (what, error) => parts.log.error(what, { error }),
    });
    /** Reads the tenants again that could not be read for want of a sign-in. */
    let readUnsigned = async (): Promise<void> => undefined;
    if (!opened.store) {
      parts.log.error('the store could not be opened', { ...opened.status });
      const closed = new OpenProfile(definition, vault, proxies, parts.log, opened.status, null);
      closed.onClose(() => vault.close());
      return closed;
    }
    const { store } = opened.store;
    const proxyStanding = (resolved: string) => proxies.standing(resolved);
    const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url);
    try {
      const { desk, close } = await openDesk({
        definition,
        vault,
        opened: opened.store,
        parts,
        fetch: createLanes({ system: chromiumFetch(proxies), resolveProxy, proxyStanding, now: () => Date.now() }),
        resolveProxy,
        proxyStanding,
      });
      const profile = new OpenProfile(definition, vault, proxies, parts.log, opened.status, desk);
      readUnsigned = () => desk.incidents.readAgain('proxySignIn');
      profile.onClose(close);
      profile.onClose(() => store.close());
      profile.onClose(() => vault.close());
      opened.store.onExit((code) => profile.#storeEnded(code, parts));
      return profile;
    } catch (error) {
      await store.close();
      vault.close();
      throw error;
    }
  }

  /** Without its process the store answers nothing: what is on screen must not pass for its content. */
  #storeEnded(code: number, { tell }: Pick<OpenProfileParts, 'tell'>): void {
    if (this.#closers.length === 0) return;
    this.log.error('the store process ended by itself', { code });
    this.#desk = null;
    this.#storeStatus = { ...this.#storeStatus, state: 'ended' };
    tell('status.changed', null);
    tell('tenants.changed', null);
    tell('incidents.changed', { tenantIds: null });
  }

  status(): ProfileStatus {
    return {
      profile: this.definition.profile,
      clouds: this.definition.clouds.map(({ id, name, kind }) => ({ id, name, kind })),
      secretStorage: this.vault.storage,
      store: this.#storeStatus,
      partnerApps: this.#desk?.apps.summaries() ?? [],
      proxies: this.proxies.list(),
      schedule: this.#desk?.schedule.current ?? null,
    };
  }

  /** The store's file where it may be moved aside: it does not open, and never will with the key there is. Null otherwise. */
  movableStore(): string | null {
    const { state, path } = this.#storeStatus;
    return MOVABLE.has(state) ? path : null;
  }

  secretPlace(): SecretStorage['mode'] {
    return this.vault.storage.mode;
  }

  /** Something to end with the profile. Run in the order given. */
  onClose(closer: () => void | Promise<void>): void {
    this.#closers.push(closer);
  }

  /** Ends all of it, also where a part fails: nothing of a profile may live on beside the next one. */
  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0)) {
      try {
        await closer();
      } catch (error) {
        this.log.error('a part of the profile did not close well', { error });
      }
    }
  }
}
