// The customer admin's browser in tests and in the tour: a bare Electron window on one address. Not part of Tenantry.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 760, webPreferences: { sandbox: true } });
  window.loadURL(process.argv.at(-1));
});
