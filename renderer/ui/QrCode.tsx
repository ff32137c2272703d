import { encode } from 'uqr';
import './qr-code.css';

/** Light cells around the code, without which scanners do not find it (ISO/IEC 18004: four). */
const QUIET_ZONE = 4;

/** A text as a QR code: dark on light in every theme, as scanners want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr-code-light" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-code-dark" d={darkCells(data)} />
    </svg>
  );
}

/** One square a dark cell, runs of a row joined. */
function darkCells(rows: readonly (readonly boolean[])[]): string {
  const path: string[] = [];
  rows.forEach((cells, y) => {
    for (let x = 0; x < cells.length; x += 1) {
      const start = x;
      while (cells[x]) x += 1;
      if (x > start) path.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  });
  return path.join('');
}
