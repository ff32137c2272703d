import { type NativeImage, nativeImage } from 'electron';

const SIZE = 32;
/** The colours of the logo, and of what fails. */
const BLUE = [0x0f, 0x6c, 0xbd] as const;
const WHITE = [0xff, 0xff, 0xff] as const;
const RED = [0xc5, 0x0f, 0x1f] as const;
type Colour = readonly [number, number, number];

const drawn = new Map<boolean, NativeImage>();

/** The icon of the tray: a blue tile with a T, and a red dot while tenants fail. Drawn here, so that no file has to be found beside the bundle. */
export function trayImage(failing: boolean): NativeImage {
  const known = drawn.get(failing);
  if (known) return known;
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) paint(pixels, x, y, colourAt(x, y, failing));
  const image = nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE, scaleFactor: 2 });
  drawn.set(failing, image);
  return image;
}

function colourAt(x: number, y: number, failing: boolean): Colour | null {
  if (failing) {
    const distance = Math.hypot(x - 24, y - 24);
    if (distance < 7) return RED;
    if (distance < 9) return WHITE;
  }
  if (Math.hypot(Math.max(6 - x, 0, x - 25), Math.max(6 - y, 0, y - 25)) > 6) return null;
  const bar = y >= 7 && y < 11 && x >= 7 && x < 25;
  const stem = x >= 14 && x < 18 && y >= 7 && y < 25;
  return bar || stem ? WHITE : BLUE;
}

/** Electron takes the bytes as blue, green, red, alpha. */
function paint(pixels: Buffer, x: number, y: number, colour: Colour | null): void {
  if (!colour) return;
  const [red, green, blue] = colour;
  pixels.set([blue, green, red, 0xff], (y * SIZE + x) * 4);
}
