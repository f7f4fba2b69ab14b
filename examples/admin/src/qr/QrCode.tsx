import { encode } from 'uqr';

/** A QR code as one path: sharp at every size and on paper. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} style={{ display: 'block', width: '100%' }} shapeRendering="crispEdges"><rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" /></svg>;
}
