import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import { guardSession } from './guards';

/** In memory only, and of reports alone. */
const PARTITION = 'report';
/** Pages that wait to be printed, by their path. */
const pages = new Map<string, string>();
let served = false;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
/** On every page: whose report it is, as the page's title says, since pages get parted; and which page of how many. */
const FOOTER =
  '<div style="display:flex;justify-content:space-between;gap:24px;width:100%;padding:0 40px;font:9px sans-serif;color:#616161"><span class="title" style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap"></span><span style="flex:none"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';

/** Prints a page as PDF in a hidden window: sandboxed, without scripts, without a preload, and without a network. */
export async function printReport(page: string): Promise<Uint8Array> {
  const own = session.fromPartition(PARTITION, { cache: false });
  if (!served) {
    own.protocol.handle('app', ({ url }) => {
      const found = pages.get(new URL(url).pathname);
      return found === undefined ? new Response('Not found', { status: 404 }) : new Response(found, { headers: HEADERS });
    });
    guardSession(own);
    served = true;
  }
  const path = `/report/${randomUUID()}`;
  pages.set(path, page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
      webviewTag: false,
    },
  });
  try {
    await window.loadURL(`${APP_ORIGIN}${path}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 },
    });
  } finally {
    pages.delete(path);
    window.destroy();
  }
}
