import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** A JPEG of one colour. */
export function jpegFile(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 120);
  return jpeg.encode({ width, height, data }, 80).data;
}

/** A PNG of one colour. */
export function pngFile(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(90);
  return PNG.sync.write(png);
}

/** The same JPEG with words where a camera writes down where and when it was. */
export function withExif(file: Buffer, words = 'GPS'): Buffer {
  const content = Buffer.from(`Exif\0\0${words}`);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), head, content, file.subarray(2)]);
}
