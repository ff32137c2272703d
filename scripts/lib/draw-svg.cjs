/** Runs inside Electron: `electron draw-svg.cjs --out=FOLDER --sizes=16,32` renders assets/icon.svg to FOLDER/SIZE.png with a clear background. */
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

const option = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`)).slice(name.length + 3);
const svg = readFileSync(path.join(__dirname, '../../assets/icon.svg'), 'base64');

/** Drawn on a canvas by Chromium's own SVG renderer, which keeps the corners transparent at any display scale. */
const script = (size) => `new Promise((resolve, reject) => {
  const image = new Image();
  image.onerror = reject;
  image.onload = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, ${size}, ${size});
    resolve(canvas.toDataURL('image/png'));
  };
  image.src = 'data:image/svg+xml;base64,${svg}';
})`;

async function draw() {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,');
  for (const size of option('sizes').split(',').map(Number)) {
    const url = await window.webContents.executeJavaScript(script(size));
    writeFileSync(path.join(option('out'), `${size}.png`), Buffer.from(url.split(',')[1], 'base64'));
  }
}

app
  .whenReady()
  .then(draw)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
