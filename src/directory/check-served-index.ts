import { isDeepStrictEqual } from 'node:util';
import type { App } from '#platform/context.ts';
import { idOf } from '#platform/search/meilisearch/safe-text.ts';
import { serverDocument } from '#platform/search/meilisearch/server-document.ts';
import { documentsOf } from './directory-index.ts';
import { countPublic, listPublicIds } from './provider-store.ts';
import type { ServedIndex } from './served-index.ts';

/** How a server's index compares with the store. */
export type IndexCheck = {
  /** Places that the public may see. */
  readonly expected: number;
  /** Documents that the server has; null without an index. */
  readonly found: number | null;
  readonly compared: number;
  /** Ids of places that the server does not have as they are. */
  readonly differing: readonly string[];
};

/** Documents that are asked for in one request. */
const atOnce = 50;

/**
 * Compares how many documents there are, and each of a sample of places taken by chance. `pick` gives
 * a whole number from 0 up to, not including, the given one.
 */
export async function checkServedIndex(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  { server, shape }: ServedIndex,
  sample: number,
  pick: (below: number) => number,
): Promise<IndexCheck> {
  const all = listPublicIds(db, { offset: 0, limit: -1 });
  const ids = someOf(all, sample, pick);
  const found = await server.count();
  const differing: string[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const asked = ids.slice(start, start + atOnce);
    const held = found === null ? [] : await server.read(asked);
    const byId = new Map(held.map((one) => [idOf(one.id), one]));
    for (const document of documentsOf(db, clock, shape.languages, asked)) {
      const wanted: unknown = JSON.parse(JSON.stringify(serverDocument(shape, document)));
      if (!isDeepStrictEqual(byId.get(document.id), wanted)) differing.push(document.id);
    }
  }
  return { expected: countPublic(db), found, compared: ids.length, differing };
}

function someOf(
  all: readonly string[],
  count: number,
  pick: (below: number) => number,
): readonly string[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () =>
    left.splice(pick(left.length), 1),
  ).flat();
}
