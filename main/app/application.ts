import { setTimeout as delay } from 'node:timers/promises';
import { i18n } from '@lingui/core';
import { app, type BrowserWindow } from 'electron';
import { ATTACK_BASE } from '../../contract/mitre';
import type { AppStatus } from '../../contract/app-status';
import type { NoticeTarget } from '../../contract/notifications';
import type { EventName, EventPayload } from '../../contract/ipc';
import type { ProxyUse } from '../../contract/proxy';
import type { ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { SecretLost } from '../identity/take-secret';
import { allHandlers } from '../ipc/all-handlers';
import type { Desk, IpcContext } from '../ipc/context';
import { openDoor, tellPage } from '../ipc/door';
import { secretDoor, type TakeSecret } from '../ipc/secret-prompt-door';
import { createLog, type Log } from '../log/log';
import { openExternalLink } from '../window/external-links';
import type { PromptPurpose } from '../window/secret-window';
import { AppClipboard } from './app-clipboard';
import type { StartArguments } from './arguments';
import { Choices } from './choices';
import { couldNotStart } from './could-not-start';
import { askForCloudFile, tellCloudFileRefused } from './cloud-file-dialog';
import { Desktop } from './desktop';
import { WindowFileDialogs } from './file-dialogs';
import { later } from './later';
import { OpenProfile } from './open-profile';
import type { OpenProfileParts } from './open-profile-parts';
import { ProfileSwitch } from './profile-switch';
import { Prompts } from './prompts';
import { answerProxies, proxyDoor, proxyPurpose } from './proxy-prompt';
import { appPaths } from './paths';
import { type ProfileDefinition, profileOfCloudFile } from './profiles';
import { openSandboxProfile } from './sandbox-profile';
import type { Settings } from './settings';

/** How long quitting may wait for the profile to close. */
const CLOSE_MS = 5_000;
const TRAY_MS = 1_500;
/** A page that ends twice within this time is left as it is. */
const PAGE_RELOAD_MS = 10_000;

/** The running application: one window, one open profile, and what of both is lent to calls of the page. */
export class Application implements IpcContext {
  readonly #paths = appPaths();
  readonly #log: Log = createLog(this.#paths.logs);
  #window: BrowserWindow | null;
  readonly choices: Choices;
  readonly dialogs = new WindowFileDialogs(() => this.#window);
  readonly clipboard = new AppClipboard();
  readonly #prompts = new Prompts(() => this.#window, this.#paths);
  readonly #desktop = new Desktop({
    window: () => this.#window,
    open: (target) => this.#show(target),
    onFailure: (what, error) => this.#log.error(what, { error }),
  });
  /** What stands outside of the window comes once the first rows stand in it. */
  readonly #tray = later(() => this.#desktop.openTray(), TRAY_MS);
  readonly #profiles: ProfileSwitch<OpenProfile>;
  /** Settles, and never fails, when the first profile is open. */
  #begun: Promise<void> = Promise.resolve();
  #pageGoneAt = 0;
  #closing: Promise<void> | null = null;
  #closed = false;

  /**
   * @param window made before the application; its page calls from now on
   * @param settings as the window was shown by
   */
  constructor(
    private readonly start: StartArguments,
    window: BrowserWindow,
    settings: Settings,
  ) {
    this.choices = new Choices(settings, {
      file: this.#paths.settingsFile,
      onChange: () => this.#tell('status.changed', null),
      onShown: () => this.#desktop.markAgain(),
      onBackgroundCheck: () => this.#profiles.current?.desk?.backgroundCheck.start(),
    });
    this.#window = window;
    this.#follow(window);
    const lent: OpenProfileParts = {
      sessionOnly: start.sessionOnly,
      log: this.#log,
      preferredSurface: () => this.choices.settings.preferredSurface,
      backgroundCheckMs: () => this.choices.backgroundCheckMs(),
      desktop: this.#desktop,
      askForProxySignIn: (proxies, use) => this.askForProxySignIn(proxies, use),
      tell: (name, payload) => this.#tell(name, payload),
    };
    this.#profiles = new ProfileSwitch({
      openHome: (definition) => OpenProfile.open(definition, lent),
      openSandbox: () => openSandboxProfile(lent),
      // What is typed into a window is meant for the profile that goes.
      onLeaving: () => this.#prompts.close(),
      onChanged: () => {
        this.#tell('status.changed', null);
        this.incidentsChanged();
      },
    });
  }

  /**
   * Opens the profile behind the window: a keychain may ask for its password first, and the page says so meanwhile.
   * A cloud file that is none ends the start with a message.
   */
  async open(): Promise<void> {
    this.#begun = this.#begin().catch((error: unknown) => this.#giveUp(error));
    openDoor({ window: () => this.#window, ready: () => this.ready(), handlers: allHandlers(this), log: this.#log });
    await this.#begun;
    this.#tray.soon();
  }

  async #begin(): Promise<void> {
    await this.choices.show();
    answerProxies(() => this.#profiles.current);
    const home = this.start.cloudFile ? await profileOfCloudFile(this.start.cloudFile) : null;
    await this.#profiles.begin({ home, sandbox: this.start.sandbox });
  }

  #follow(window: BrowserWindow): void {
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => this.#pageGone(reason, exitCode));
  }

  /** A page whose process ended is loaded again, but not over and over. */
  #pageGone(reason: string, exitCode: number): void {
    if (reason === 'clean-exit') return;
    this.#log.error('the process of the page ended by itself', { reason, exitCode });
    const before = this.#pageGoneAt;
    this.#pageGoneAt = Date.now();
    if (this.#pageGoneAt - before > PAGE_RELOAD_MS) this.#window?.reload();
  }

  #giveUp(error: unknown): void {
    this.#log.error('Tenantry could not start', { error });
    // Who closes the window while the profile opens takes away what it is opened with.
    if (this.#closing) return;
    this.#window?.hide();
    this.#closed = true;
    couldNotStart(i18n.t('Tenantry could not start'), error);
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }

  #show(target: NoticeTarget): void {
    this.focus();
    this.#tell('notice.open', target);
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** Ends the profile. Takes seconds at most: what does not end by itself ends with this process. */
  close(): Promise<void> {
    this.#closing ??= Promise.race([Promise.all([this.#profiles.close(), this.clipboard.clear()]), delay(CLOSE_MS)]).then(() => {
      this.#tray.stop();
      this.#desktop.close();
      this.#closed = true;
    });
    return this.#closing;
  }

  ready(): Promise<void> {
    return this.#begun.then(() => this.#profiles.ready());
  }

  desk(): Desk | null {
    return this.#profiles.open.desk;
  }

  proxies(): ProxySignIn | null {
    return this.#profiles.current?.proxies ?? null;
  }

  async status(): Promise<AppStatus> {
    const ours = { version: app.getVersion(), electron: process.versions.electron };
    return { ...this.#profiles.open.status(), ...ours, ...this.choices.shown() };
  }

  openSandbox(): Promise<void> {
    return this.#profiles.toSandbox();
  }

  leaveSandbox(): Promise<void> {
    return this.#profiles.toHome();
  }

  async openCloudFile(): Promise<'opened' | 'cancelled' | { refused: string }> {
    const file = this.#window && (await askForCloudFile(this.#window));
    if (!file) return 'cancelled';
    let definition: ProfileDefinition;
    try {
      definition = await profileOfCloudFile(file);
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error);
      if (this.#window) await tellCloudFileRefused(this.#window, file, refused);
      return { refused };
    }
    await this.#profiles.toHome(definition);
    return 'opened';
  }

  retrySecrets(): Promise<void> {
    return this.#profiles.reopen(async () => undefined);
  }

  moveStoreAside(): Promise<{ path: string | null; detail?: string }> {
    return this.#profiles.moveStoreAside();
  }

  async askForSecret(desk: Desk, purpose: PromptPurpose, take: TakeSecret): Promise<boolean> {
    return desk === this.#profiles.current?.desk && this.#prompts.show(purpose, secretDoor(take));
  }

  async askForProxySignIn(proxies: ProxySignIn, use: ProxyUse): Promise<boolean> {
    // A proxy may ask while something else is being typed.
    await this.#prompts.ended();
    const profile = this.#profiles.current;
    if (proxies !== profile?.proxies) return false;
    return this.#prompts.show(proxyPurpose(use, profile.secretPlace() === 'keychain'), proxyDoor(proxies, use.proxy, this.secretLost));
  }

  readonly secretLost: SecretLost = (reason, error) => this.#log.error(reason, { error });

  incidentsChanged(): void {
    this.#tell('tenants.changed', null);
    this.#tell('incidents.changed', { tenantIds: null });
  }

  openLink(url: string): Promise<void> {
    const bases = this.#profiles.open.definition.clouds.flatMap((cloud) => [cloud.loginBase, cloud.portalBase]);
    return openExternalLink(url, [...bases, ATTACK_BASE]);
  }

  openErrorPage(aadsts: number): Promise<void> {
    const [cloud] = this.#profiles.open.definition.clouds;
    return this.openLink(`${cloud?.loginBase}/error?code=${aadsts}`);
  }

  #tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    tellPage(this.#window, name, payload);
  }
}
