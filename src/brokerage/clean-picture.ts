import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { lookAtPicture, type PictureHead, type PictureProblem } from './picture.ts';

export type CleanPicture =
  | { readonly ok: true; readonly jpeg: Uint8Array }
  | { readonly ok: false; readonly problem: PictureProblem };

const milliseconds = 20_000;

/**
 * Draws a JPEG or PNG anew, upright, as a JPEG of at most 1,600 pixels a side, so that nothing but what can be
 * seen is kept: no place, no time, no camera, nothing hidden behind it. It is done in a thread of its
 * own, which is ended when it takes too long, and one at a time, for the sake of memory.
 */
export function cleanPicture(file: Uint8Array): Promise<CleanPicture> {
  const head = lookAtPicture(file);
  if (typeof head === 'string') return Promise.resolve({ ok: false, problem: head });
  const drawn = turn.then(() => redraw(head, file));
  turn = drawn;
  return drawn;
}

/** Whoever draws now; the next waits. It never fails, and it is one for the process, as memory is. */
let turn: Promise<unknown> = Promise.resolve();

function redraw({ kind }: PictureHead, file: Uint8Array): Promise<CleanPicture> {
  return new Promise((resolve) => {
    // By its name in the package, because the built pages lie in another folder.
    const path = createRequire(import.meta.url).resolve('#brokerage/picture-worker.ts');
    const worker = new Worker(path, { workerData: { kind, file }, execArgv: [], stderr: true });
    const settle = (picture: CleanPicture) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(picture);
    };
    const giveUp = () => {
      settle({ ok: false, problem: 'unreadable' });
    };
    const timer = setTimeout(giveUp, milliseconds);
    worker.once('message', (jpeg: Uint8Array) => {
      settle({ ok: true, jpeg });
    });
    worker.once('error', giveUp).once('exit', giveUp);
  });
}
