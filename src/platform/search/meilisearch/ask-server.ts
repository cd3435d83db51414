import type { Meilisearch } from 'meilisearch';
import { milesBetween } from '../miles-between.ts';
import type { SearchHits, SearchQuery } from '../search-engine.ts';
import { isForEmbedded } from './is-for-embedded.ts';
import { mostHits } from './limits.ts';
import { pageOf } from './order-hits.ts';
import { planSearch, type SearchPlan } from './plan-search.ts';
import { idOf } from './safe-text.ts';
import type { SearchShape } from './search-shape.ts';
import { countsOf, readAnswers, totalOf, type ServerAnswer } from './server-answer.ts';
import {
  countQueries,
  edgeQuery,
  hitsQuery,
  type ServerQuery,
  type Window,
} from './server-queries.ts';

/** Where a question goes, and what ends it early. */
export type Asking = {
  readonly client: Meilisearch;
  readonly index: string;
  readonly shape: SearchShape;
  readonly signal: AbortSignal;
};

/** Hits beside the page that are fetched to put neighbours right; the second when some are alike. */
const NEIGHBOURS = [20, mostHits] as const;

/**
 * Answers a query as the port promises; null when the server cannot, exactly: what `isForEmbedded`
 * says, words that nothing has (which another engine may forgive), and more alike neighbours, values
 * of a facet or places on a circle's edge than it gives at once. Throws when it cannot be asked.
 */
export async function askServer(asking: Asking, query: SearchQuery): Promise<SearchHits | null> {
  if (isForEmbedded(query)) return null;
  const plan = planSearch(asking.shape, query);
  const onEdge = await edgePlaces(asking, plan);
  if (onEdge === null) return null;
  const of = { index: asking.index, plan, onEdge };
  const page = { offset: Math.trunc(query.offset), limit: Math.trunc(query.limit) };
  const window = windowRound(page, NEIGHBOURS[0]);
  const tallied = countQueries(of);
  const answers = await ask(asking, [...tallied, ...hitsQueries(of, page, window)]);
  const tally = tallyOf(plan, answers.slice(0, tallied.length));
  if (tally === null) return null;
  const given = answers.at(tallied.length)?.hits ?? [];
  const hits = pageOf(plan, given, window, page) ?? (await pageOfWider(asking, of, page));
  if (hits === null) return null;
  const { total, counts } = tally;
  return { total, hits, counts: { ...uncounted(query), ...counts }, corrected: [] };
}

const hitsQueries = (of: Of, page: Window, window: Window): readonly ServerQuery[] =>
  page.limit === 0 ? [] : [hitsQuery(of, window)];

function tallyOf({ counted, q }: SearchPlan, answers: readonly ServerAnswer[]) {
  const counts = countsOf(counted, answers);
  const [all] = answers;
  const total = all === undefined ? 0 : totalOf(all);
  return counts === null || (total === 0 && q !== '') ? null : { total, counts };
}

/** Every facet asked for is there, also one that the index does not have. */
const uncounted = ({ count }: SearchQuery): SearchHits['counts'] =>
  Object.fromEntries(count.map((facet) => [facet, {}]));

type Of = Parameters<typeof hitsQuery>[0];

function windowRound({ offset, limit }: Window, neighbours: number): Window {
  const start = Math.max(0, offset - neighbours);
  return { offset: start, limit: Math.min(mostHits, offset + limit + neighbours) - start };
}

async function pageOfWider(asking: Asking, of: Of, page: Window) {
  const window = windowRound(page, NEIGHBOURS[1]);
  const [answer] = await ask(asking, [hitsQuery(of, window)]);
  return answer === undefined ? null : pageOf(of.plan, answer.hits, window, page);
}

/** Of the places in cells on the edge, those within the circle by our own measure. */
async function edgePlaces(asking: Asking, plan: SearchPlan): Promise<readonly string[] | null> {
  const { circle, near } = plan;
  if (circle === null || near === null || circle.cover.edge.length === 0) return [];
  const [answer] = await ask(asking, [edgeQuery(asking.index, plan)]);
  const hits = answer?.hits ?? [];
  if (hits.length >= mostHits) return null;
  return hits.flatMap(({ id, _geo: geo }) =>
    geo && milesBetween(near, { latitude: geo.lat, longitude: geo.lng }) <= circle.miles
      ? [idOf(id)]
      : [],
  );
}

/** One request, so that all answers are of one state of the index. */
async function ask(
  { client, signal }: Asking,
  queries: readonly ServerQuery[],
): Promise<readonly ServerAnswer[]> {
  return readAnswers(await client.multiSearch({ queries: [...queries] }, { signal }));
}
