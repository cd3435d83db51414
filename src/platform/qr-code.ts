import { encode } from 'uqr';

/** A code that a phone's camera reads: a square of `size` and the path of its dark fields. */
export type QrCode = { readonly size: number; readonly path: string };

/** Encodes a text, such as an address, as a path of an SVG with a quiet border of four fields. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return { size, path: data.map(rowPath).join('') };
}

/** The dark runs of a row, each as one rectangle of height 1. */
function rowPath(fields: readonly boolean[], y: number): string {
  const starts = fields.flatMap((dark, x) => (dark && fields[x - 1] !== true ? [x] : []));
  return starts
    .map((x) => {
      const end = fields.indexOf(false, x);
      const width = (end === -1 ? fields.length : end) - x;
      return `M${x} ${y}h${width}v1h-${width}z`;
    })
    .join('');
}
