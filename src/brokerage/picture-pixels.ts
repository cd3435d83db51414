/** A picture as red, green, blue and how solid, a byte each, line by line. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
};

/** The longest side that is kept: enough to see a drawing on a large screen. */
export const longestSide = 1600;

/**
 * The picture no larger than it is kept, on white where it is see-through. Each new pixel is the
 * average of those that it stands for.
 */
export function fitPixels(picture: Pixels): Pixels {
  const step = Math.max(1, Math.max(picture.width, picture.height) / longestSide);
  const width = Math.max(1, Math.floor(picture.width / step));
  const height = Math.max(1, Math.floor(picture.height / step));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.set(averageOf(picture, spanOf(x, step), spanOf(y, step)), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

type Span = readonly [from: number, to: number];
/** The old pixels behind a new one, along one side. */
function spanOf(at: number, step: number): Span {
  const from = Math.floor(at * step);
  return [from, Math.max(from + 1, Math.floor((at + 1) * step))];
}

function averageOf({ width, data }: Pixels, across: Span, down: Span): readonly number[] {
  let [red, green, blue] = [0, 0, 0];
  for (let y = down[0]; y < down[1]; y += 1) {
    const end = (y * width + across[1]) * 4;
    for (let at = (y * width + across[0]) * 4; at < end; at += 4) {
      const solid = (data[at + 3] ?? 0) / 255;
      const white = 255 * (1 - solid);
      red += (data[at] ?? 0) * solid + white;
      green += (data[at + 1] ?? 0) * solid + white;
      blue += (data[at + 2] ?? 0) * solid + white;
    }
  }
  const count = (across[1] - across[0]) * (down[1] - down[0]);
  return [red / count, green / count, blue / count, 255];
}
