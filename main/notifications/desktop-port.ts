import type { NotificationState } from '../../contract/notifications';
import type { Notice } from './notices';

/** What tray icon and badge say. */
export interface DeskMark {
  /** New open incidents nobody has looked at. */
  newOpen: number;
  /** Tenants whose last read failed. */
  failing: number;
}

/** This computer's desktop, as far as notifications go. */
export interface DesktopPort {
  support(): NotificationState['support'];
  /** Shows it; a click on it opens what it is about. */
  show(notice: Notice): void;
  /** On tray icon and dock or taskbar. */
  mark(mark: DeskMark): void;
  /** Takes back what is shown: the profile it speaks of closes. */
  clear(): void;
}
