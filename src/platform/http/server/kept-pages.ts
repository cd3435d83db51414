import type { Answer } from './answer.ts';
import { packBody } from './compress.ts';

/** Rendered pages in memory, the least recently used forgotten first. */
export type KeptPages = {
  readonly get: (key: string) => Answer | undefined;
  /** Gives the answer back as it is kept: compressed, each form made once. */
  readonly keep: (key: string, answer: Answer) => Answer;
  readonly clear: () => void;
};

/** What a key, its headers and their places in memory take, roughly, beside the bodies. */
const overhead = 1024;

/** Keeps pages within so many bytes. A page that is larger by itself is not kept. */
export function openKeptPages(limit: number): KeptPages {
  const pages = new Map<string, { readonly answer: Answer; bytes: number }>();
  let total = 0;
  const forget = (key: string) => {
    total -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  const add = (key: string, bytes: number) => {
    const page = pages.get(key);
    if (page) page.bytes += bytes;
    total += bytes;
    for (const oldest of pages.keys()) {
      if (total <= limit) break;
      forget(oldest);
    }
  };
  return {
    get: (key) => {
      const page = pages.get(key);
      if (!page) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page.answer;
    },
    keep: (key, given) => {
      const { status, headers } = given;
      const packed = packBody(given.body, (bytes) => {
        if (pages.get(key)?.answer === answer) add(key, bytes);
      });
      const answer: Answer = {
        ...{ status, headers, compressed: packed.compressed },
        get body() {
          return packed.unpack();
        },
      };
      const bytes = packed.bytes + 2 * key.length + overhead;
      if (bytes > limit) return given;
      forget(key);
      pages.set(key, { answer, bytes: 0 });
      add(key, bytes);
      return answer;
    },
    clear: () => {
      pages.clear();
      total = 0;
    },
  };
}
