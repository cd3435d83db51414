import type { Answer } from './answer.ts';
import { openKeptPages } from './kept-pages.ts';

/** Public pages, each made once for everybody until what it is made from changes. */
export type PageCache = {
  /** The page kept under a key, else the one that `make` gives: only one is made at a time. */
  readonly answer: (key: string, make: () => Promise<Answer>) => Promise<Answer>;
  /** Looks at the state before the next page: whoever has just changed something must see it. */
  readonly recheck: () => void;
};

export type PageCacheOptions = {
  /** The most memory that pages take. */
  readonly bytes: number;
  /** What every page is made from, such as the directory's version and the day. */
  readonly stateOf: () => string;
};

/** How long, in milliseconds, a change by another process may go unseen. */
const longestUnseen = 250;

/** Opens a cache. All its pages are forgotten as soon as the state is another. */
export function openPageCache({ bytes, stateOf }: PageCacheOptions): PageCache {
  const pages = openKeptPages(bytes);
  const underWay = new Map<string, Promise<Answer>>();
  let state = '';
  let lookedAt = -Infinity;
  const look = () => {
    const now = performance.now();
    if (now - lookedAt < longestUnseen) return;
    lookedAt = now;
    const found = stateOf();
    if (found === state) return;
    state = found;
    pages.clear();
    underWay.clear();
  };
  const makeAndKeep = async (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    // Read before the page is made: a page may be newer than the state it is kept under, never older.
    const madeFrom = state;
    const answer = await make();
    return isKeepable(answer) && state === madeFrom ? pages.keep(key, answer) : answer;
  };
  const makeOnce = async (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    const making = makeAndKeep(key, make);
    underWay.set(key, making);
    try {
      return await making;
    } finally {
      if (underWay.get(key) === making) underWay.delete(key);
    }
  };
  return {
    answer: async (key, make) => {
      look();
      const kept = pages.get(key);
      if (kept) return kept;
      const joined = await underWay.get(key);
      return joined && isForAll(joined) ? joined : makeOnce(key, make);
    },
    recheck: () => {
      lookedAt = -Infinity;
    },
  };
}

/** A cookie is for the one who asked. */
const isForAll = ({ headers }: Answer): boolean => headers['set-cookie'] === undefined;

/** A page is kept when it says that anyone may, and varies by nothing but language and compression. */
function isKeepable(answer: Answer): boolean {
  const caching = String(answer.headers['cache-control'] ?? '');
  const isPublic = /\bpublic\b/.test(caching) && !/\b(?:private|no-store)\b/.test(caching);
  return answer.status === 200 && isPublic && isForAll(answer) && variesByKey(answer);
}

const variesByKey = ({ headers }: Answer): boolean =>
  [headers['vary'] ?? []]
    .flat()
    .flatMap((names) => names.split(','))
    .every((name) => /^accept-(?:encoding|language)$/i.test(name.trim()));
