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

/** The same JPEG with how the camera was held written down, in the order of bytes of a camera's kind. */
export function heldAs(file: Buffer, orientation: number, isLittle = false): Buffer {
  const tiff = new DataView(new ArrayBuffer(26));
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, isLittle);
  tiff.setUint32(4, 8, isLittle);
  tiff.setUint16(8, 1, isLittle);
  tiff.setUint16(10, 0x0112, isLittle);
  tiff.setUint16(12, 3, isLittle);
  tiff.setUint32(14, 1, isLittle);
  tiff.setUint16(18, orientation, isLittle);
  return withExif(file, Buffer.from(tiff.buffer));
}

/** The same JPEG with words where a camera writes down where and when it was. */
export function withExif(file: Buffer, words: string | Buffer = 'GPS'): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(words)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), head, content, file.subarray(2)]);
}
