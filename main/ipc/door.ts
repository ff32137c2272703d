import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../contract/channels';
import { type EventName, type EventPayload, events } from '../../contract/ipc';
import { isAppUrl } from '../window/app-protocol';
import { answerCall, type CallLog } from './answer-call';
import type { Handlers } from './handlers';

export interface DoorParts {
  window(): BrowserWindow | null;
  /** Calls wait for it: no call falls between two profiles. */
  ready(): Promise<void>;
  handlers: Handlers;
  log: CallLog;
}

/**
 * The one door between page and main, and the only user of `ipcMain`. In this order: is it our window's main frame on our own origin,
 * does the input fit, run, does the output fit, envelope. Electron security checklist 17.
 */
export function openDoor({ window, ready, handlers, log }: DoorParts): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event, window())) {
      log.error('call refused: not from the application page', { from: event.senderFrame?.url ?? 'a frame that is gone' });
      throw new Error('refused');
    }
    await ready();
    return answerCall(handlers, log, name, input);
  });
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || !frame || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && isAppUrl(frame.url);
}

/** Tells the page something, if it is there. The payload is checked like an answer. */
export function tellPage<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (!window || window.isDestroyed() || window.webContents.isDestroyed()) return;
  window.webContents.send(EVENT_CHANNEL, name, events[name].parse(payload));
}
