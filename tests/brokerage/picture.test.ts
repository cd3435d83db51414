import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '#brokerage/clean-picture.ts';
import { fitPixels } from '#brokerage/picture-pixels.ts';
import { longestPicture, lookAtPicture, mostPixels } from '#brokerage/picture.ts';
import { jpegFile, pngFile, withExif } from '../support/picture.ts';

const openJpeg = (file: Uint8Array) => jpeg.decode(file, { useTArray: true });

describe('a picture is known by its content', () => {
  test('JPEG and PNG are, with their size', () => {
    expect(lookAtPicture(jpegFile(30, 20))).toEqual({ kind: 'jpeg', width: 30, height: 20 });
    expect(lookAtPicture(withExif(jpegFile(30, 20)))).toMatchObject({ width: 30, height: 20 });
    expect(lookAtPicture(pngFile(7, 9))).toEqual({ kind: 'png', width: 7, height: 9 });
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['an SVG', Buffer.from(svg)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000;', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['nothing', Buffer.alloc(0)],
    ['a file of one byte', Buffer.from([0xff])],
  ])('%s is not one', async (_name, file) => {
    expect(await cleanPicture(file)).toEqual({ ok: false, problem: 'not-a-picture' });
  });

  test.each([
    ['a JPEG cut after its start', jpegFile(30, 20).subarray(0, 40)],
    ['a PNG cut in its header', pngFile(7, 9).subarray(0, 20)],
    [
      'a JPEG with rubbish inside',
      Buffer.concat([jpegFile(9, 9).subarray(0, 300), Buffer.alloc(90, 7)]),
    ],
    ['a JPEG’s start and a page', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from(svg)])],
  ])('%s does not open, and nothing breaks', async (_name, file) => {
    expect(await cleanPicture(file)).toEqual({ ok: false, problem: 'unreadable' });
  });

  test('one byte over 5 MB is too large', () => {
    expect(lookAtPicture(new Uint8Array(longestPicture + 1))).toBe('too-large');
  });
});

describe('a picture that says it is huge is refused before it is unpacked', () => {
  const header = (width: number, height: number, passes = 0) => {
    const data = Buffer.alloc(13);
    data.writeUInt32BE(width, 0);
    data.writeUInt32BE(height, 4);
    data.set([8, 6, 0, 0, passes], 8);
    return chunk('IHDR', data);
  };
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const bomb = chunk('IDAT', deflateSync(Buffer.alloc(10_000_000)));

  test.each([
    [50_000, 50_000],
    [0xffffffff, 0xffffffff],
    [mostPixels + 1, 1],
  ])('a PNG of %i by %i', (width, height) => {
    expect(lookAtPicture(Buffer.concat([start, header(width, height), bomb]))).toBe(
      'too-many-pixels',
    );
  });

  test('a JPEG of 65,535 by 65,535', () => {
    const file = Buffer.from(jpegFile(30, 20));
    const at = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(65_535, at + 5);
    file.writeUInt16BE(65_535, at + 7);
    expect(lookAtPicture(file)).toBe('too-many-pixels');
  });

  test('a PNG with a second header, or one drawn in passes', () => {
    const two = Buffer.concat([start, header(2, 2), header(60_000, 60_000), bomb]);
    expect(lookAtPicture(two)).toBe('unreadable');
    expect(lookAtPicture(Buffer.concat([start, header(2, 2, 1), bomb]))).toBe('unreadable');
  });

  test('a PNG that unpacks to more than it says gives no more than it says', async () => {
    const tail = chunk('IEND', Buffer.alloc(0));
    const cleaned = await cleanPicture(Buffer.concat([start, header(2, 2), bomb, tail]));
    expect(cleaned.ok ? openJpeg(cleaned.jpeg).width : cleaned.problem).toBe('unreadable');
  });
});

describe('what is kept', () => {
  test('is drawn anew: nothing hidden in the file is in it', async () => {
    const file = withExif(jpegFile(40, 30), 'GPS 53.42 -2.32 Canon');
    expect(Buffer.from(file).includes('GPS 53.42')).toBe(true);
    const trailing = Buffer.concat([file, Buffer.from('<script>alert(1)</script>')]);
    const cleaned = await cleanPicture(trailing);
    if (!cleaned.ok) throw new Error(cleaned.problem);
    const kept = Buffer.from(cleaned.jpeg);
    for (const hidden of ['GPS', 'Canon', 'Exif', 'script'])
      expect(kept.includes(hidden)).toBe(false);
    expect(openJpeg(kept)).toMatchObject({ width: 40, height: 30 });
  });

  test('is a JPEG of the same picture, on white where it is see-through', async () => {
    const png = new PNG({ width: 16, height: 8 });
    for (let at = 0; at < png.data.length; at += 4)
      png.data.set([200, 0, 0, at < 256 ? 255 : 0], at);
    const cleaned = await cleanPicture(PNG.sync.write(png));
    if (!cleaned.ok) throw new Error(cleaned.problem);
    const { width, height, data } = openJpeg(cleaned.jpeg);
    expect([width, height]).toEqual([16, 8]);
    expect(data[0]).toBeGreaterThan(180);
    expect(data[1]).toBeLessThan(40);
    expect(data.at(-2)).toBeGreaterThan(240);
  });

  test('has at most 1,600 pixels a side', () => {
    const data = new Uint8Array(3200 * 2 * 4).fill(255);
    expect(fitPixels({ width: 3200, height: 2, data })).toMatchObject({ width: 1600, height: 1 });
    expect(fitPixels({ width: 3, height: 2, data })).toMatchObject({ width: 3, height: 2 });
  });
});
