import jpeg from 'jpeg-js';
import { expect, test } from 'vitest';
import { cleanPicture } from '#brokerage/clean-picture.ts';
import { orientationOf, turnUpright, type Orientation } from '#brokerage/picture-turn.ts';
import { heldAs, jpegFile, pngFile, withExif } from '../support/picture.ts';

/** Three wide and two high, its pixels numbered from 1, line by line. */
const stored = {
  width: 3,
  height: 2,
  data: Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((number) => [number, 0, 0, 255])),
};

/** On which side of what is seen the first stored line lies, and the first stored column (EXIF 2.3). */
const sides = [
  [1, 'top', 'left'],
  [2, 'top', 'right'],
  [3, 'bottom', 'right'],
  [4, 'bottom', 'left'],
  [5, 'left', 'top'],
  [6, 'right', 'top'],
  [7, 'right', 'bottom'],
  [8, 'left', 'bottom'],
] as const;

test.each(sides)('held as %i, the first line is seen %s and the first column %s', (...held) => {
  const [orientation, line, column] = held;
  const seen = turnUpright(stored, orientation);
  const rows = Array.from({ length: seen.height }, (_row, y) =>
    Array.from({ length: seen.width }, (_column, x) => seen.data[(y * seen.width + x) * 4] ?? 0),
  );
  const side = (name: 'top' | 'bottom' | 'left' | 'right') => {
    if (name === 'top') return rows[0];
    if (name === 'bottom') return rows.at(-1);
    return rows.map((row) => (name === 'left' ? row[0] : row.at(-1)));
  };
  expect(side(line)?.toSorted()).toEqual([1, 2, 3]);
  expect(side(column)?.toSorted()).toEqual([1, 4]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('%i is read from a file of either order', (held) => {
  for (const isLittle of [true, false])
    expect(orientationOf(heldAs(jpegFile(9, 6), held, isLittle))).toBe(held satisfies Orientation);
});

test('a file that does not say, or says what cannot be, is taken as it is', () => {
  const held = heldAs(jpegFile(9, 6), 6);
  const files = [
    ...[jpegFile(9, 6), pngFile(9, 6), withExif(jpegFile(9, 6)), Buffer.alloc(0)],
    ...[heldAs(jpegFile(9, 6), 0), heldAs(jpegFile(9, 6), 9)],
    // Cut anywhere inside what the camera wrote.
    ...Array.from({ length: 36 }, (_none, cut) => held.subarray(0, cut)),
  ];
  expect(files.map(orientationOf)).toEqual(files.map(() => 1));
});

test('a photo held on its side is kept upright, and nothing says how it was held', async () => {
  const [width, height] = [32, 16];
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 4)
    if ((at / 4) % width < 16) data.set([200, 0, 0, 255], at);
  const cleaned = await cleanPicture(heldAs(jpeg.encode({ width, height, data }, 90).data, 6));
  if (!cleaned.ok) throw new Error(cleaned.problem);
  const seen = jpeg.decode(cleaned.jpeg, { useTArray: true });
  expect([seen.width, seen.height]).toEqual([16, 32]);
  const green = (y: number) => seen.data[(y * 16 + 8) * 4 + 1] ?? 0;
  expect(green(4), 'red was left, and is above').toBeLessThan(60);
  expect(green(28)).toBeGreaterThan(200);
  expect(orientationOf(cleaned.jpeg)).toBe(1);
  expect(Buffer.from(cleaned.jpeg).includes('Exif')).toBe(false);
});
