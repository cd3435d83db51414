import type { Pixels } from './picture-pixels.ts';

/** How a camera was held, as it writes down: 1 is upright (EXIF 2.3, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

const [exifSegment, scan] = [0xffe1, 0xffda];

/** What a JPEG says of how it was held; 1 for any other file, and where it says nothing it can mean. */
export function orientationOf(file: Uint8Array): Orientation {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return 1;
  for (let at = 2; at + 4 <= bytes.byteLength;) {
    const marker = bytes.getUint16(at);
    const end = at + 2 + bytes.getUint16(at + 2);
    if (marker < 0xff00 || marker === scan || end > bytes.byteLength) return 1;
    const content = new DataView(file.buffer, file.byteOffset + at + 4, Math.max(0, end - at - 4));
    if (marker === exifSegment && isExif(content)) return tagOf(content);
    at = end;
  }
  return 1;
}

/** `Exif`, and two empty bytes. */
const isExif = (bytes: DataView): boolean =>
  bytes.byteLength >= 14 && bytes.getUint32(0) === 0x45786966 && bytes.getUint16(4) === 0;

/** After its head comes a TIFF: the order of bytes, and where the first directory of tags begins. */
function tagOf(exif: DataView): Orientation {
  const tiff = new DataView(exif.buffer, exif.byteOffset + 6, exif.byteLength - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, isLittle);
  const count = start + 2 <= tiff.byteLength ? tiff.getUint16(start, isLittle) : 0;
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, isLittle) !== 0x0112) continue;
    const said = tiff.getUint16(at + 8, isLittle);
    return orientations.find((one) => one === said) ?? 1;
  }
  return 1;
}

/** The picture as it was seen: turned and mirrored back from how it was held. */
export function turnUpright(picture: Pixels, held: Orientation): Pixels {
  if (held === 1) return picture;
  const isOnItsSide = held >= 5;
  const width = isOnItsSide ? picture.height : picture.width;
  const height = isOnItsSide ? picture.width : picture.height;
  const data = new Uint8Array(picture.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = behind(picture, held, x, y) * 4;
      data.set(picture.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** Which stored pixel is seen at a place. */
function behind({ width, height }: Pixels, held: Orientation, x: number, y: number): number {
  const [along, down] = held >= 5 ? [y, x] : [x, y];
  const isMirroredAlong = [2, 3, 7, 8].includes(held);
  const isMirroredDown = [3, 4, 6, 7].includes(held);
  const column = isMirroredAlong ? width - 1 - along : along;
  const row = isMirroredDown ? height - 1 - down : down;
  return row * width + column;
}
