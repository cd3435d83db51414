import type { SearchDocument } from '#platform/search/search-engine.ts';
import type { Contender, Documents, OpenContender } from './contenders/contender.ts';

/** Whoever has not read every document by then is left out, and the table says so. */
const mostSeconds = 900;

export type Opened = {
  readonly name: string;
  /** Null when it could not be opened; `why` says why. */
  readonly contender: Contender | null;
  readonly why: string;
};

export async function openContender(open: OpenContender, documents: Documents): Promise<Opened> {
  const began = performance.now();
  const name = open.name.replaceAll(/^open|Server$/g, '');
  try {
    const contender = await open(readInTime(documents, began));
    const why = contender === null ? 'not on this machine' : '';
    return { name, contender, why };
  } catch (error) {
    return { name, contender: null, why: error instanceof Error ? error.message : String(error) };
  }
}

const readInTime = (documents: Documents, began: number): Documents => ({
  count: documents.count,
  *[Symbol.iterator](): Generator<SearchDocument> {
    let read = 0;
    for (const document of documents) {
      const isLate = read++ % 1000 === 0 && performance.now() - began > mostSeconds * 1000;
      if (isLate) throw new Error(`not built within ${mostSeconds} s`);
      yield document;
    }
  },
});
