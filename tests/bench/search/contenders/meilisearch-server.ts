import { directoryShape } from '#directory/served-index.ts';
import { openMeilisearch } from '#platform/search/meilisearch/engine.ts';
import { openPatientClient, usualPatience } from '#platform/search/meilisearch/patient-client.ts';
import { openIndexWriter } from '#platform/search/meilisearch/write-index.ts';
import { turnFor, type Contender, type OpenContender } from './contender.ts';

const mostMilliseconds = 60_000;

/**
 * Meilisearch where `MEILI_URL` (with `MEILI_KEY`) names one, asked as the site asks it, with an index
 * of its own that goes afterwards. By the clock alone: its processor is another machine's. What it
 * cannot answer exactly counts as nothing found; the site then asks the index here.
 */
export const openMeilisearchServer: OpenContender = async (
  documents,
): Promise<Contender | null> => {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  if (url === undefined) return null;
  const index = `bench-${documents.count}`;
  const shape = directoryShape(['en']);
  const engine = openMeilisearch({ url, key, index }, shape);
  await engine.rebuild(documents);
  return {
    name: 'Meilisearch',
    turn: turnFor(documents, 5, 10),
    canAnswer: () => true,
    search: async (query) => {
      const hits = await engine.ask(query, AbortSignal.timeout(mostMilliseconds));
      return { total: hits?.total ?? 0 };
    },
    worked: () => performance.now(),
    close: () =>
      openIndexWriter(openPatientClient({ url, key }, usualPatience), index, shape).drop(),
  };
};
