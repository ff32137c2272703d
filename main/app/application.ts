import { setTimeout as delay } from 'node:timers/promises';
import { i18n } from '@lingui/core';
import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import { ATTACK_BASE } from '../../contract/mitre';
import type { AppStatus, BackgroundCheckHours } from '../../contract/app-status';
import type { ConsentMail } from '../../contract/consent';
import type { LanguageChoice, ThemeChoice } from '../../contract/display';
import type { IncidentKey } from '../../contract/ids';
import type { EventName, EventPayload } from '../../contract/ipc';
import type { Surface } from '../../contract/permissions';
import type { ProxyUse } from '../../contract/proxy';
import type { ImportFormat } from '../../contract/tenant-files';
import type { ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { CertificateFile } from '../identity/credentials/certificate-file';
import type { SecretLost } from '../identity/take-secret';
import { allHandlers } from '../ipc/all-handlers';
import type { Desk, FileWish, IpcContext, SaveAnswer, TextFile } from '../ipc/context';
import { openDoor, tellPage } from '../ipc/door';
import { type PromptDoor, secretDoor, type TakeSecret } from '../ipc/secret-prompt-door';
import { createLog, type Log } from '../log/log';
import { openExternalLink } from '../window/external-links';
import type { PromptPurpose } from '../window/secret-window';
import { openMainWindow } from '../window/main-window';
import { languageOf, showAs } from './appearance';
import type { StartArguments } from './arguments';
import { askForCertificateFiles } from './certificate-files';
import { askForCloudFile, tellCloudFileRefused } from './cloud-file-dialog';
import { askForQueryFile } from './query-file-dialog';
import { askForFile, askForFolder } from './save-dialogs';
import { writeClipboard } from './rich-clipboard';
import { saveTextAs } from './save-text';
import { Desktop } from './desktop';
import { OpenProfile } from './open-profile';
import { answerProxies, proxyDoor, proxyPurpose } from './proxy-prompt';
import { appPaths } from './paths';
import { LIVE, type ProfileDefinition, profileOfCloudFile } from './profiles';
import { openSandboxProfile } from './sandbox-profile';
import { moveAside } from '../store/move-aside';
import { openSecretPrompt, type SecretPrompt } from './secret-prompt';
import { ClipboardUnavailable, SecretClipboard } from './secret-clipboard';
import { DEFAULT_SETTINGS, readSettings, type Settings, writeSettings } from './settings';
import { askForTenantFile, askWhereToSaveIncidents, askWhereToSaveTenants } from './tenant-file-dialogs';

/** How long quitting may wait for the profile to close. */
const CLOSE_MS = 5_000;
const HOUR_MS = 3_600_000;
/** A page that ends twice within this time is left as it is. */
const PAGE_RELOAD_MS = 10_000;

/** The running application: one window and one open profile, which can be changed for another. */
export class Application implements IpcContext {
  readonly #paths = appPaths();
  readonly #log: Log = createLog(this.#paths.logs);
  #settings: Settings = DEFAULT_SETTINGS;
  #window: BrowserWindow | null = null;
  #profile: OpenProfile | null = null;
  readonly #desktop = new Desktop({
    window: () => this.#window,
    open: (incident) => this.#show(incident),
    onFailure: (what, error) => this.#log.error(what, { error }),
  });
  /** The profile Tenantry was started with, to come back to from the sandbox. */
  #home: ProfileDefinition = LIVE;
  /** Settles, and never fails, when no change of profile is under way. */
  #changing: Promise<void> = Promise.resolve();
  #secretPrompt: SecretPrompt | null = null;
  readonly #secretClipboard = new SecretClipboard(clipboard);
  #pageGoneAt = 0;
  #closing: Promise<void> | null = null;
  #closed = false;

  constructor(private readonly start: StartArguments) {}

  /**
   * Opens the window, then the profile behind it: a keychain may ask for its password first, and the page says so meanwhile.
   * A cloud file that is none ends the start with a message.
   */
  async open(): Promise<void> {
    this.#settings = await readSettings(this.#paths.settingsFile);
    await showAs(this.#settings);
    answerProxies(() => this.#profile);
    this.#desktop.openTray();
    try {
      if (this.start.cloudFile) this.#home = await profileOfCloudFile(this.start.cloudFile);
      const opening = this.start.sandbox ? this.#sandbox() : this.#openHome();
      this.#changing = opening.then(
        () => undefined,
        () => undefined,
      );
      this.#openWindow();
      this.#profile = await opening;
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #openWindow(): void {
    openDoor({ window: () => this.#window, ready: () => this.ready(), handlers: allHandlers(this), log: this.#log });
    this.#window = openMainWindow(this.#paths.preload, this.#paths.page, languageOf(this.#settings.language));
    this.#window.on('closed', () => {
      this.#window = null;
    });
    this.#window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => this.#pageGone(reason, exitCode));
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
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Tenantry could not start: ${why}\n`);
    dialog.showErrorBox(i18n.t('Tenantry could not start'), why);
    this.#closed = true;
    app.exit(1);
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }

  #show(incident: IncidentKey | null): void {
    this.focus();
    this.#tell('incident.open', { incident });
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** Ends the profile. Takes seconds at most: what does not end by itself ends with this process. */
  close(): Promise<void> {
    this.#closing ??= Promise.race([Promise.all([this.#profile?.close(), this.#secretClipboard.clear()]), delay(CLOSE_MS)]).then(() => {
      this.#desktop.close();
      this.#closed = true;
    });
    return this.#closing;
  }

  ready(): Promise<void> {
    return this.#changing;
  }

  proxies(): ProxySignIn | null {
    return this.#profile?.proxies ?? null;
  }

  desk(): Desk | null {
    return this.#open().desk;
  }

  async status(): Promise<AppStatus> {
    const { theme, language: languageChoice, timeZone, backgroundCheckHours, preferredSurface } = this.#settings;
    const choices = { theme, languageChoice, language: languageOf(languageChoice), timeZone, backgroundCheckHours, preferredSurface };
    return { ...this.#open().status(), version: app.getVersion(), electron: process.versions.electron, ...choices };
  }

  setTheme(theme: ThemeChoice): Promise<void> {
    return this.#showAs({ theme });
  }

  setLanguage(language: LanguageChoice): Promise<void> {
    return this.#showAs({ language });
  }

  setTimeZone(timeZone: string): Promise<void> {
    return this.#showAs({ timeZone });
  }

  async #showAs(choice: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...choice };
    await showAs(this.#settings);
    await writeSettings(this.#paths.settingsFile, this.#settings);
    this.#tell('status.changed', null);
  }

  async setBackgroundCheck(backgroundCheckHours: BackgroundCheckHours): Promise<void> {
    this.#settings = { ...this.#settings, backgroundCheckHours };
    await writeSettings(this.#paths.settingsFile, this.#settings);
    this.#profile?.desk?.backgroundCheck.start();
    this.#tell('status.changed', null);
  }

  async setPreferredSurface(preferredSurface: Surface): Promise<void> {
    this.#settings = { ...this.#settings, preferredSurface };
    await writeSettings(this.#paths.settingsFile, this.#settings);
    this.#tell('status.changed', null);
  }

  openSandbox(): Promise<void> {
    return this.#change(() => this.#sandbox());
  }

  leaveSandbox(): Promise<void> {
    return this.#change(() => this.#openHome());
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
    this.#home = definition;
    await this.leaveSandbox();
    return 'opened';
  }

  /** Opens the profile anew, keychain and store included. */
  retrySecrets(): Promise<void> {
    return this.#reopen(async () => undefined);
  }

  /** Closes the open profile and opens it again; `meanwhile` runs while nothing is open. */
  #reopen(meanwhile: () => Promise<void>): Promise<void> {
    const sandbox = this.#open().definition.profile.kind === 'sandbox';
    return this.#change(async () => {
      await meanwhile();
      return sandbox ? this.#sandbox() : this.#openHome();
    });
  }

  /** One prompt at a time: who asks meanwhile is told that nothing was typed. */
  async askForSecret(desk: Desk, purpose: PromptPurpose, take: TakeSecret): Promise<boolean> {
    return desk === this.#profile?.desk && this.#prompt(purpose, secretDoor(take));
  }

  async askForProxySignIn(proxies: ProxySignIn, use: ProxyUse): Promise<boolean> {
    // A proxy may ask while something else is being typed.
    await this.#secretPrompt?.answer;
    if (proxies !== this.#profile?.proxies) return false;
    const keychain = this.#profile.secretPlace() === 'keychain';
    return this.#prompt(proxyPurpose(use, keychain), proxyDoor(proxies, use.proxy, this.secretLost));
  }

  async #prompt<T>(purpose: PromptPurpose, door: PromptDoor<T>): Promise<boolean> {
    if (!this.#window || this.#secretPrompt) return false;
    this.#secretPrompt = openSecretPrompt(this.#window, this.#paths, purpose, door);
    try {
      return await this.#secretPrompt.answer;
    } finally {
      this.#secretPrompt = null;
    }
  }

  readonly secretLost: SecretLost = (reason, error) => this.#log.error(reason, { error });

  async askForCertificateFiles(): Promise<CertificateFile[] | null> {
    return this.#window && askForCertificateFiles(this.#window);
  }

  async askForTenantFile(): Promise<string | null> {
    return this.#window && askForTenantFile(this.#window);
  }

  async askForQueryFile(): Promise<string | null> {
    return this.#window && askForQueryFile(this.#window);
  }

  async askWhereToSaveTenants(format: ImportFormat): Promise<string | null> {
    return this.#window && askWhereToSaveTenants(this.#window, format);
  }

  async askWhereToSaveIncidents(name: string): Promise<string | null> {
    return this.#window && askWhereToSaveIncidents(this.#window, name);
  }

  async askForFile(wish: FileWish): Promise<string | null> {
    return this.#window && askForFile(this.#window, wish);
  }

  async askForFolder(title: string): Promise<string | null> {
    return this.#window && askForFolder(this.#window, title);
  }

  async moveStoreAside(): Promise<{ path: string | null; detail?: string }> {
    const file = this.#open().movableStore();
    if (file === null) return { path: null };
    const moved: { path: string | null; detail?: string } = { path: null };
    await this.#reopen(async () => {
      try {
        moved.path = await moveAside(file, new Date());
      } catch (error) {
        moved.detail = error instanceof Error ? error.message : String(error);
      }
    });
    return moved;
  }

  incidentsChanged(): void {
    this.#tell('tenants.changed', null);
    this.#tell('incidents.changed', { tenantId: null });
  }

  async copyText(text: string): Promise<void> {
    // A promise from Electron 45 on.
    await clipboard.writeText(text);
  }

  copyRich(content: { text: string; html?: string }): Promise<void> {
    return writeClipboard(content);
  }

  async copySecret(secret: string): Promise<boolean> {
    try {
      await this.#secretClipboard.put(secret);
      return true;
    } catch (error) {
      if (error instanceof ClipboardUnavailable) return false;
      throw error;
    }
  }

  openLink(url: string): Promise<void> {
    const bases = this.#open().definition.clouds.flatMap((cloud) => [cloud.loginBase, cloud.portalBase]);
    return openExternalLink(url, [...bases, ATTACK_BASE]);
  }

  openErrorPage(aadsts: number): Promise<void> {
    const [cloud] = this.#open().definition.clouds;
    return this.openLink(`${cloud?.loginBase}/error?code=${aadsts}`);
  }

  consentMail(): ConsentMail {
    return this.#settings.consentMail;
  }

  async saveConsentMail(consentMail: ConsentMail): Promise<void> {
    this.#settings = { ...this.#settings, consentMail };
    await writeSettings(this.#paths.settingsFile, this.#settings);
  }

  async saveText(file: TextFile): Promise<SaveAnswer> {
    return this.#window ? saveTextAs(this.#window, file) : 'cancelled';
  }

  #open(): OpenProfile {
    if (!this.#profile) throw new Error('A call came in while no profile is open');
    return this.#profile;
  }

  #sandbox(): Promise<OpenProfile> {
    return openSandboxProfile(this.#parts());
  }

  #openHome(): Promise<OpenProfile> {
    return OpenProfile.open(this.#home, this.#parts());
  }

  #parts() {
    return {
      sessionOnly: this.start.sessionOnly,
      log: this.#log,
      preferredSurface: () => this.#settings.preferredSurface,
      backgroundCheckMs: () => this.#settings.backgroundCheckHours * HOUR_MS || null,
      desktop: this.#desktop,
      askForProxySignIn: (proxies: ProxySignIn, use: ProxyUse) => this.askForProxySignIn(proxies, use),
      tell: <N extends EventName>(name: N, payload: EventPayload<N>) => this.#tell(name, payload),
    };
  }

  /** Closes the open profile, then opens another: two never share a moment. When the other does not open, the start profile is opened again. */
  #change(open: () => Promise<OpenProfile>): Promise<void> {
    const change = this.#changing.then(() => this.#closeAndOpen(open));
    this.#changing = change.catch(() => undefined);
    return change;
  }

  async #closeAndOpen(open: () => Promise<OpenProfile>): Promise<void> {
    // What is typed into it is meant for the profile that goes.
    this.#secretPrompt?.close();
    await this.#profile?.close();
    this.#profile = null;
    try {
      this.#profile = await open();
    } catch (error) {
      this.#profile = await this.#openHome();
      throw error;
    } finally {
      this.#tellAllChanged();
    }
  }

  #tellAllChanged(): void {
    this.#tell('status.changed', null);
    this.#tell('tenants.changed', null);
    this.#tell('incidents.changed', { tenantId: null });
  }

  #tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    tellPage(this.#window, name, payload);
  }
}
