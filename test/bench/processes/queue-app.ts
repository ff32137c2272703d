import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** What a window costs at the least: Electron, a sandboxed page, React, one line of text. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'page/index.html'));
});
app.on('window-all-closed', () => app.quit());
