import { createHash } from 'node:crypto';
import type { App } from '#platform/context.ts';
import { indexSettings } from '#platform/search/meilisearch/index-settings.ts';
import {
  openMeilisearch,
  type MeilisearchAccount,
  type MeilisearchEngine,
} from '#platform/search/meilisearch/engine.ts';
import { usualPatience } from '#platform/search/meilisearch/patient-client.ts';
import type { SearchShape } from '#platform/search/meilisearch/search-shape.ts';
import { countedFacets } from './find-search.ts';
import { kindWords, serviceKinds } from './taxonomy.ts';

/** The directory's index on a search server. */
export type ServedIndex = {
  readonly server: MeilisearchEngine;
  readonly shape: SearchShape;
  readonly name: string;
  /** Names how documents are made: an index made otherwise is made anew. */
  readonly recipe: string;
};

/** Opens the index on the server; nothing is asked of it yet. `ended` breaks off all that is. */
export function openServedIndex(
  account: MeilisearchAccount,
  { catalogue }: Pick<App, 'catalogue'>,
  ended?: AbortSignal,
): ServedIndex {
  const languages = catalogue.languages.map(({ code }) => code);
  const shape = directoryShape(languages);
  return {
    ...{ shape, name: account.index, recipe: recipeOf(shape) },
    server: openMeilisearch(account, shape, { ...usualPatience, ...(ended && { ended }) }),
  };
}

/** What the search documents of the directory have; a place has far fewer spans than it may. */
export const directoryShape = (languages: readonly string[]): SearchShape => ({
  facets: countedFacets,
  ranks: ['cost', 'updated'],
  spans: new Map([
    ['ages', 1],
    ['open', 24],
    ['vacancy', 32],
    ['cost', 1],
  ]),
  languages,
});

/** Raised when documents are made otherwise from the same rows. */
const documentsVersion = 1;

function recipeOf(shape: SearchShape): string {
  const words = serviceKinds.map((kind) => kindWords(kind, shape.languages));
  const made = JSON.stringify([documentsVersion, indexSettings(shape), words]);
  return createHash('sha256').update(made).digest('base64url').slice(0, 16);
}
