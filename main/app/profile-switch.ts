import { moveAside } from '../store/move-aside';
import { LIVE, type ProfileDefinition } from './profiles';

/** What is asked here of a profile that is open. */
interface SwitchedProfile {
  readonly definition: ProfileDefinition;
  /** The file of a store that may be moved aside; null: there is none. */
  movableStore(): string | null;
  close(): Promise<void>;
}

interface ProfileSwitchParts<P> {
  openHome(definition: ProfileDefinition): Promise<P>;
  openSandbox(): Promise<P>;
  /** The open profile is about to be closed. */
  onLeaving(): void;
  /** Another one is open, or the same anew. */
  onChanged(): void;
}

/** The one open profile, which can be changed for another: two never share a moment. */
export class ProfileSwitch<P extends SwitchedProfile> {
  #profile: P | null = null;
  /** The profile Tenantry was started with, to come back to from the sandbox. */
  #home: ProfileDefinition = LIVE;
  /** Settles, and never fails, when no change of profile is under way. */
  #changing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ProfileSwitchParts<P>) {}

  /** Null while none is open. */
  get current(): P | null {
    return this.#profile;
  }

  /** The open one; a call that came in without is a bug. */
  get open(): P {
    if (!this.#profile) throw new Error('A call came in while no profile is open');
    return this.#profile;
  }

  /** Settles when no change is under way. */
  ready(): Promise<void> {
    return this.#changing;
  }

  /** Opens the first profile. Without a definition it is the live one; `sandbox`: that one, with the other to come back to. */
  async begin({ home, sandbox }: { home: ProfileDefinition | null; sandbox: boolean }): Promise<void> {
    this.#home = home ?? this.#home;
    const opening = sandbox ? this.parts.openSandbox() : this.#openHome();
    this.#changing = opening.then(
      () => undefined,
      () => undefined,
    );
    this.#profile = await opening;
  }

  toSandbox(): Promise<void> {
    return this.#change(() => this.parts.openSandbox());
  }

  /** Back to the profile Tenantry was started with; with a definition, that one is it from now on. */
  toHome(home?: ProfileDefinition): Promise<void> {
    this.#home = home ?? this.#home;
    return this.#change(() => this.#openHome());
  }

  /** Closes the open profile and opens it again, keychain and store included; `meanwhile` runs while nothing is open. */
  reopen(meanwhile: () => Promise<void>): Promise<void> {
    const sandbox = this.open.definition.profile.kind === 'sandbox';
    return this.#change(async () => {
      await meanwhile();
      return sandbox ? this.parts.openSandbox() : this.#openHome();
    });
  }

  /** Renames a store that cannot be opened, and opens a new one. Null path: it stayed, with the reason where there is one. */
  async moveStoreAside(): Promise<{ path: string | null; detail?: string }> {
    const file = this.open.movableStore();
    if (file === null) return { path: null };
    const moved: { path: string | null; detail?: string } = { path: null };
    await this.reopen(async () => {
      try {
        moved.path = await moveAside(file, new Date());
      } catch (error) {
        moved.detail = error instanceof Error ? error.message : String(error);
      }
    });
    return moved;
  }

  /** Also closes the profile that is only just opening: it must be open before it can be closed well. */
  async close(): Promise<void> {
    await this.#changing;
    await this.#profile?.close();
  }

  #openHome(): Promise<P> {
    return this.parts.openHome(this.#home);
  }

  /** Closes the open profile, then opens another. When the other does not open, the start profile is opened again. */
  #change(open: () => Promise<P>): Promise<void> {
    const change = this.#changing.then(() => this.#closeAndOpen(open));
    this.#changing = change.catch(() => undefined);
    return change;
  }

  async #closeAndOpen(open: () => Promise<P>): Promise<void> {
    this.parts.onLeaving();
    await this.#profile?.close();
    this.#profile = null;
    try {
      this.#profile = await open();
    } catch (error) {
      this.#profile = await this.#openHome();
      throw error;
    } finally {
      this.parts.onChanged();
    }
  }
}
