// The customer admin's browser in tests and in the tour: a bare Electron window on one address. Not part of Tenantry.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 760, webPreferences: { sandbox: true } });
  void window.loadURL(process.argv.at(-1));
});
