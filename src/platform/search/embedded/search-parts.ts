import { milesBetween } from '../miles-between.ts';
import type { SearchHits, SearchQuery } from '../search-engine.ts';
import type { Snapshot } from './build-snapshot.ts';
import { detourMiles } from './detour-miles.ts';
import { filterAndCount } from './filter-and-count.ts';
import { findCandidates } from './find-candidates.ts';
import { keep } from './keep.ts';
import { keepCovering } from './keep-covering.ts';
import { firstOfAll, type Found } from './merge-parts.ts';
import type { Part } from './part.ts';
import { pointAt } from './places.ts';
import { keepReached, reachOf, stretchesOf, type Reach } from './reach.ts';
import { sumCounts } from './sum-counts.ts';
import { textAt } from './text-table.ts';
import { readWords } from './typed-words.ts';

/**
 * Answers one query from an index in one or more parts, as if it were one. Never fails: a centre that
 * is not on the globe counts as none, and an offset or limit that is no positive number as 0.
 */
export function searchParts(parts: readonly Part[], query: SearchQuery): SearchHits {
  const reach = reachOf(query);
  const { meanings, corrected } = readWords(parts, query.words);
  const found = parts.map((part, at) => {
    const wanted = meanings.map(({ numbers }) => numbers[at] ?? []);
    const candidates = findCandidates(part, wanted, stretchesOf(part.snapshot, reach));
    return { part, wanted, ...suited(part, candidates, query, reach) };
  });
  const total = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return {
    total,
    hits: pageOf(found, total, query, reach),
    counts: sumCounts(found.map(({ counts }) => counts)),
    corrected,
  };
}

/** Of the candidates, those that meet everything else. */
function suited(part: Part, candidates: Uint32Array, query: SearchQuery, reach: Reach | null) {
  const { snapshot } = part;
  const reached = reach === null ? candidates : keepReached(part, candidates, reach);
  const covering = keepCovering(snapshot.spans, reached, query.covers);
  return filterAndCount(snapshot.facets, keepOnly(snapshot, covering, query), query);
}

const keepOnly = ({ ids }: Snapshot, ordinals: Uint32Array, { only }: SearchQuery): Uint32Array =>
  only === undefined ? ordinals : keep(ordinals, (ordinal) => only(textAt(ids, ordinal)));

function pageOf(
  found: readonly Found[],
  total: number,
  { offset, limit, sort }: SearchQuery,
  reach: Reach | null,
): SearchHits['hits'] {
  const start = wholeNumber(offset);
  if (start >= total) return [];
  const end = Math.min(start + wholeNumber(limit), total);
  return firstOfAll(found, end, sort, reach)
    .slice(start)
    .map(({ snapshot, ordinal }) => hit(snapshot, ordinal, reach));
}

const wholeNumber = (value: number): number => Math.max(0, Math.trunc(value) || 0);

function hit(
  { ids, places }: Snapshot,
  ordinal: number,
  reach: Reach | null,
): SearchHits['hits'][number] {
  const id = textAt(ids, ordinal);
  const point = pointAt(places, ordinal);
  if (reach === null || point === undefined) return { id, miles: null, detourMiles: null };
  const { near, along } = reach;
  return {
    id,
    miles: milesBetween(near, point),
    detourMiles: along === null ? null : detourMiles(near, along.to, point),
  };
}
