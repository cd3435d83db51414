import jsQR from 'jsqr';

const scale = 4;

/** What a phone's camera would read from the dark runs of a code, drawn as the page draws them. */
export function readQr({ size, path }: { readonly size: number; readonly path: string }): string {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = row * width + Number(x) * scale;
      for (let at = start; at < start + Number(run) * scale; at += 1)
        pixels.fill(0, at * 4, at * 4 + 3);
    }
  }
  return jsQR(pixels, width, width)?.data ?? '';
}
