import type { LiveSearch, SearchHits } from '#platform/search/search-engine.ts';
import type { FindQuery } from './find-query.ts';

/** What a search counts besides what it finds: the same from page to page, in any order. */
export type Tallies = {
  readonly facets: SearchHits['counts'];
  /** Places that match but have not said about something asked for. */
  readonly unsaid: number;
  /** How many there would be with a free place. */
  readonly withVacancy: number;
};
type Shelf = { readonly state: string; readonly tallies: Map<string, Tallies> };

/** Searches whose counts are kept; each is some 10 kB. */
const mostKept = 200;
const shelves = new WeakMap<LiveSearch, Shelf>();

/**
 * What has been counted with an engine while it searched this state of the directory. Where a search starts from counts only where a limit is measured from there.
 */
export function keptTallies(engine: LiveSearch, state: string) {
  const known = shelves.get(engine);
  const shelf = known?.state === state ? known : { state, tallies: new Map<string, Tallies>() };
  shelves.set(engine, shelf);
  return {
    of: (query: FindQuery): Tallies | undefined => shelf.tallies.get(keyOf(query)),
    keep: (query: FindQuery, tallies: Tallies): Tallies => {
      const [longest] = shelf.tallies.keys();
      if (shelf.tallies.size >= mostKept && longest !== undefined) shelf.tallies.delete(longest);
      shelf.tallies.set(keyOf(query), tallies);
      return tallies;
    },
  };
}

function keyOf(query: FindQuery): string {
  const measured = query.near !== '' && (query.within !== '' || query.to !== '');
  const same = { ...query, page: 1, sort: '' };
  return JSON.stringify(measured ? same : { ...same, near: '', within: '', to: '', via: null });
}
