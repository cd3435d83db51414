import jpeg from 'jpeg-js';
import { parentPort, workerData } from 'node:worker_threads';
import { PNG } from 'pngjs';
import type { PictureKind } from './picture.ts';
import { fitPixels, type Pixels } from './picture-pixels.ts';
import { orientationOf, turnUpright } from './picture-turn.ts';

/** A thread's work: one file in, the same picture out, drawn anew. It ends with the thread. */
const { kind, file } = workerData as { readonly kind: PictureKind; readonly file: Uint8Array };

const decode: Readonly<Record<PictureKind, () => Pixels>> = {
  png: () => PNG.sync.read(Buffer.from(file)),
  jpeg: () =>
    jpeg.decode(file, { useTArray: true, maxResolutionInMP: 16, maxMemoryUsageInMB: 500 }),
};

const seen = turnUpright(fitPixels(decode[kind]()), orientationOf(file));
const drawn = jpeg.encode(seen, 80);
parentPort?.postMessage(Uint8Array.from(drawn.data));
