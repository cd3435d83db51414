import { compareNamed } from '../embedded/name-order.ts';
import { milesBetween } from '../miles-between.ts';
import type { SearchHits } from '../search-engine.ts';
import type { SearchPlan } from './plan-search.ts';
import { idOf } from './safe-text.ts';
import type { ServerHit } from './server-answer.ts';
import type { Window } from './server-queries.ts';
import { attribute } from './search-shape.ts';

/** What decides where a hit stands; `keys` as the server compares names. */
type Placed = {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly number[];
  readonly rank: number;
  readonly miles: number | null;
};

/**
 * The server takes places within a metre of each other for equally far, and compares names by the
 * first letters. Two miles and a bit apart by this much, or with different keys, it cannot confuse.
 */
const DOUBTFUL_MILES = 0.002;

/**
 * The hits of a page in exact order, from the window that the server gave round it; null when places
 * that it cannot tell apart reach over the window's end, so that some of the page may lie outside.
 */
export function pageOf(
  plan: SearchPlan,
  given: readonly ServerHit[],
  window: Window,
  page: Window,
): SearchHits['hits'] | null {
  const hits = given.map((hit) => placed(plan, hit));
  const inOrder = hits.toSorted((a, b) => compare(a, b, plan));
  const start = page.offset - window.offset;
  const shown = inOrder.slice(start, start + page.limit);
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = window.offset === 0 || areApart(hits.at(0), first, plan);
  const after = hits.length < window.limit || areApart(last, hits.at(-1), plan);
  if (!before || !after) return null;
  return shown.map(({ id, miles }) => ({ id, miles, detourMiles: null }));
}

function placed({ near, sort }: SearchPlan, hit: ServerHit): Placed {
  const { _geo: geo } = hit;
  return {
    id: idOf(hit.id),
    name: hit.name ?? '',
    keys: [hit.nameStart ?? 0, hit.nameNext ?? 0],
    rank: sort.rank === null ? 0 : Number(hit[attribute.rank(sort.rank)] ?? Infinity),
    miles:
      near === null || !geo ? null : milesBetween(near, { latitude: geo.lat, longitude: geo.lng }),
  };
}

function compare(a: Placed, b: Placed, { sort }: SearchPlan): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const far = sort.byDistance ? farness(a) - farness(b) : 0;
  return far || compareNamed(a, b);
}

/** Places without a point after all others. */
const farness = ({ miles }: Placed): number => miles ?? Number.MAX_VALUE;

function areApart(one: Placed | undefined, other: Placed | undefined, { sort }: SearchPlan) {
  if (one === undefined || other === undefined) return false;
  if (one.rank !== other.rank) return true;
  const far = sort.byDistance && (one.miles !== null || other.miles !== null);
  if (far) return Math.abs(farness(one) - farness(other)) > DOUBTFUL_MILES;
  return one.keys.some((key, at) => key !== other.keys[at]);
}
