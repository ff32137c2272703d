import { app, type BrowserWindow, Menu, Notification, Tray } from 'electron';
import { i18n } from '@lingui/core';
import type { NoticeTarget } from '../../contract/notifications';
import { bodyFor } from '../notifications/body-text';
import type { DesktopPort, DeskMark } from '../notifications/desktop-port';
import type { Notice } from '../notifications/notices';
import { trayImage } from './tray-image';

interface DesktopParts {
  window(): BrowserWindow | null;
  /** Shows it in the window. */
  open(target: NoticeTarget): void;
  onFailure(what: string, error: unknown): void;
}

const ALL: NoticeTarget = { kind: 'incidents' };
const QUIET: DeskMark = { newOpen: 0, failing: 0 };

/** Notifications, tray icon and badge of this computer. A desktop that has none of them is left as it is. */
export class Desktop implements DesktopPort {
  /** Held as long as they may be clicked: one that is collected hears no click. */
  readonly #shown = new Set<Notification>();
  #tray: Tray | null = null;
  #trayTried = false;
  #marked: DeskMark = QUIET;

  constructor(private readonly parts: DesktopParts) {}

  /** Puts the icon into the tray, where there is one. Once: asked again it does nothing. */
  openTray(): void {
    if (this.#trayTried) return;
    this.#trayTried = true;
    try {
      this.#tray = new Tray(trayImage(false));
      this.#tray.on('click', () => this.parts.open(ALL));
      this.markAgain();
    } catch (error) {
      this.#tray = null;
      this.parts.onFailure('the icon could not be put into the tray', error);
    }
  }

  support() {
    this.openTray();
    return { notifications: Notification.isSupported(), tray: this.#tray !== null };
  }

  show({ title, body, opens }: Notice): void {
    if (!Notification.isSupported()) return;
    const shown = new Notification({ title, body: bodyFor(process.platform, body) });
    const gone = () => this.#shown.delete(shown);
    shown.on('click', () => {
      gone();
      this.parts.open(opens);
    });
    shown.on('close', gone);
    this.#shown.add(shown);
    shown.show();
  }

  mark(mark: DeskMark): void {
    this.#marked = mark;
    const { newOpen, failing } = mark;
    app.setBadgeCount(newOpen);
    // The taskbar's buttons take an overlay on Windows only.
    const button = process.platform === 'win32' ? this.parts.window() : null;
    if (!this.#tray && !button) return;
    const words = [
      i18n.t('{newOpen, plural, =0 {No new open incident} one {# new open incident} other {# new open incidents}}', { newOpen }),
      ...(failing === 0 ? [] : [i18n.t('{failing, plural, one {# tenant fails} other {# tenants fail}}', { failing })]),
    ];
    const quiet = newOpen === 0 && failing === 0;
    button?.setOverlayIcon(quiet ? null : trayImage(failing > 0), words.join(', '));
    this.#tray?.setImage(trayImage(failing > 0));
    this.#tray?.setToolTip(['Tenantry', ...words].join('\n'));
    this.#tray?.setContextMenu(
      Menu.buildFromTemplate([
        ...words.map((label) => ({ label, enabled: false })),
        { type: 'separator' },
        { label: i18n.t('Open Tenantry'), click: () => this.parts.open(ALL) },
        { label: i18n.t('Quit'), click: () => app.quit() },
      ]),
    );
  }

  /** Says the same in the language spoken now. */
  markAgain(): void {
    this.mark(this.#marked);
  }

  clear(): void {
    for (const one of this.#shown) one.close();
    this.#shown.clear();
    this.mark(QUIET);
  }

  close(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }
}
