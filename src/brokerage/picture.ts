/** What is wrong with a picture that somebody sends. */
export type PictureProblem = 'too-large' | 'not-a-picture' | 'too-many-pixels' | 'unreadable';

/** The largest file taken, in bytes. */
export const longestPicture = 5 * 1024 * 1024;
/** The most pixels that are decoded: a phone’s usual photo has 12 million. */
export const mostPixels = 16_000_000;

export type PictureKind = 'jpeg' | 'png';
export type PictureHead = {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
};

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Looks at a file's first bytes, whatever it is called: a JPEG or PNG with its size in pixels, or what
 * is wrong with it. Nothing is decoded. A PNG that is drawn in passes is not taken, because how much it
 * unpacks to cannot be told beforehand.
 */
export function lookAtPicture(file: Uint8Array): PictureHead | PictureProblem {
  if (file.length > longestPicture) return 'too-large';
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const head = pngStart.every((byte, index) => file[index] === byte)
    ? pngHead(bytes)
    : jpegHead(bytes);
  if (typeof head === 'string') return head;
  const pixels = head.width * head.height;
  if (pixels === 0) return 'unreadable';
  return pixels > mostPixels ? 'too-many-pixels' : head;
}

function pngHead(bytes: DataView): PictureHead | PictureProblem {
  const isWhole = bytes.byteLength > 33 && bytes.getUint32(12) === imageHeader;
  const isInPasses = isWhole && bytes.getUint8(28) !== 0;
  if (!isWhole || isInPasses || countHeaders(bytes) !== 1) return 'unreadable';
  return { kind: 'png', width: bytes.getUint32(16), height: bytes.getUint32(20) };
}

/** The chunk `IHDR`. */
const imageHeader = 0x49484452;

/** A second header, further on, could say a size that nobody has looked at. */
function countHeaders(bytes: DataView): number {
  let count = 0;
  for (let at = 8; at + 12 <= bytes.byteLength; at += 12 + bytes.getUint32(at)) {
    if (bytes.getUint32(at + 4) === imageHeader) count += 1;
  }
  return count;
}

/** Walks the segments of a JPEG to the one that gives its size. */
function jpegHead(bytes: DataView): PictureHead | PictureProblem {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return 'not-a-picture';
  let at = 2;
  while (at + 9 <= bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) return 'unreadable';
    const marker = bytes.getUint8(at + 1);
    if (givesSize(marker))
      return { kind: 'jpeg', height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + bytes.getUint16(at + 2);
  }
  return 'unreadable';
}

/** A "start of frame", of which some numbers mean other things. */
const givesSize = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
