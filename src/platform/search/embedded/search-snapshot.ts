import { isOnGlobe, milesBetween, type Point } from '../miles-between.ts';
import type { SearchHits, SearchQuery } from '../search-engine.ts';
import type { Snapshot } from './build-snapshot.ts';
import { filterAndCount } from './filter-and-count.ts';
import { findCandidates } from './find-candidates.ts';
import { spansAround, type Span } from './grid.ts';
import { keep } from './keep.ts';
import { chordsFrom, circleTest } from './places.ts';
import { takeFirst } from './take-first.ts';

/**
 * Answers one query from one finished index. Never fails: a centre that is not on the globe counts
 * as none, and an offset or limit that is no positive number as 0.
 */
export function searchSnapshot(snapshot: Snapshot, query: SearchQuery): SearchHits {
  const near = query.near !== null && isOnGlobe(query.near) ? query.near : null;
  const typed = findCandidates(snapshot, query.words, spansOf(snapshot, near, query.withinMiles));
  const reached = near === null ? typed : measure(snapshot, typed, near, query.withinMiles);
  const suited = keepAges(snapshot, reached, query.ageMonths);
  const { hits, counts } = filterAndCount(snapshot.facets, suited, query);
  const page = takePage(snapshot, hits, query, near !== null && query.sort === 'distance');
  return { total: hits.length, hits: page.map((ordinal) => hit(snapshot, ordinal, near)), counts };
}

function spansOf(
  { ids, places }: Snapshot,
  near: Point | null,
  withinMiles: number | null,
): readonly Span[] {
  if (near === null || withinMiles === null) return [{ start: 0, end: ids.length }];
  return spansAround(places.cells, near, withinMiles);
}

/** Notes how far each candidate is and keeps those within the limit, if there is one. */
function measure(
  { places, desk }: Snapshot,
  candidates: Uint32Array,
  near: Point,
  withinMiles: number | null,
): Uint32Array {
  const chordTo = chordsFrom(places, near);
  for (const ordinal of candidates) desk.chords[ordinal] = chordTo(ordinal);
  if (withinMiles === null) return candidates;
  const within = circleTest(places, near, withinMiles);
  return keep(candidates, (ordinal) => within(ordinal, desk.chords[ordinal] ?? Infinity));
}

function keepAges(
  { agesFrom, agesTo }: Snapshot,
  candidates: Uint32Array,
  months: number | null,
): Uint32Array {
  if (months === null) return candidates;
  return keep(
    candidates,
    (ordinal) => (agesFrom[ordinal] ?? 0) <= months && months <= (agesTo[ordinal] ?? 0),
  );
}

function takePage(
  { nameRanks, desk }: Snapshot,
  hits: Uint32Array,
  query: SearchQuery,
  byDistance: boolean,
): readonly number[] {
  const offset = wholeNumber(query.offset);
  if (offset >= hits.length) return [];
  const end = Math.min(offset + wholeNumber(query.limit), hits.length);
  const byName = (a: number, b: number) => (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0);
  const nearest = (a: number, b: number) =>
    // Two documents without a point give NaN here, and so go by name.
    (desk.chords[a] ?? 0) - (desk.chords[b] ?? 0) || byName(a, b);
  return [...takeFirst(hits, end, byDistance ? nearest : byName).subarray(offset)];
}

const wholeNumber = (value: number): number => Math.max(0, Math.trunc(value) || 0);

function hit({ ids, places }: Snapshot, ordinal: number, near: Point | null) {
  const point = places.points[ordinal];
  return {
    id: ids[ordinal] ?? '',
    miles: near === null || point === undefined ? null : milesBetween(near, point),
  };
}
