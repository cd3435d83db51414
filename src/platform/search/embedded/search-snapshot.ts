import { milesBetween } from '../miles-between.ts';
import type { SearchHits, SearchQuery } from '../search-engine.ts';
import type { Snapshot } from './build-snapshot.ts';
import { detourMiles } from './detour-miles.ts';
import { filterAndCount } from './filter-and-count.ts';
import { findCandidates } from './find-candidates.ts';
import { keep } from './keep.ts';
import { keepCovering } from './keep-covering.ts';
import { orderOf } from './order.ts';
import { pointAt } from './places.ts';
import { keepReached, reachOf, stretchesOf, type Reach } from './reach.ts';
import { takeFirst } from './take-first.ts';

/**
 * Answers one query from one finished index. Never fails: a centre that is not on the globe counts
 * as none, and an offset or limit that is no positive number as 0.
 */
export function searchSnapshot(snapshot: Snapshot, query: SearchQuery): SearchHits {
  const reach = reachOf(query);
  const { ordinals, corrected } = findCandidates(
    snapshot,
    query.words,
    stretchesOf(snapshot, reach),
  );
  const reached = reach === null ? ordinals : keepReached(snapshot, ordinals, reach);
  const suited = keepCovering(snapshot.spans, reached, query.covers);
  const { hits, counts } = filterAndCount(
    snapshot.facets,
    keepOnly(snapshot, suited, query),
    query,
  );
  const page = takePage(snapshot, hits, query, reach);
  return {
    total: hits.length,
    hits: page.map((ordinal) => hit(snapshot, ordinal, reach)),
    counts,
    corrected,
  };
}

const keepOnly = ({ ids }: Snapshot, ordinals: Uint32Array, { only }: SearchQuery): Uint32Array =>
  only === undefined ? ordinals : keep(ordinals, (ordinal) => only(ids[ordinal] ?? ''));

function takePage(
  snapshot: Snapshot,
  hits: Uint32Array,
  { offset, limit, sort }: SearchQuery,
  reach: Reach | null,
): readonly number[] {
  const start = wholeNumber(offset);
  if (start >= hits.length) return [];
  const end = Math.min(start + wholeNumber(limit), hits.length);
  return [...takeFirst(hits, end, orderOf(snapshot, sort, reach)).subarray(start)];
}

const wholeNumber = (value: number): number => Math.max(0, Math.trunc(value) || 0);

function hit(
  { ids, places }: Snapshot,
  ordinal: number,
  reach: Reach | null,
): SearchHits['hits'][number] {
  const id = ids[ordinal] ?? '';
  const point = pointAt(places, ordinal);
  if (reach === null || point === undefined) return { id, miles: null, detourMiles: null };
  const { near, along } = reach;
  return {
    id,
    miles: milesBetween(near, point),
    detourMiles: along === null ? null : detourMiles(near, along.to, point),
  };
}
