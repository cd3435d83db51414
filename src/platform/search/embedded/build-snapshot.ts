import type { SearchDocument } from '../search-engine.ts';
import { arrange } from './arrangement.ts';
import { collectFacets, type FacetRows } from './facet-rows.ts';
import { findReplaced, orderById, orderByName, placesIn, sortIds } from './name-order.ts';
import type { NameWords } from './name-words.ts';
import { buildPlaces, collectPoints, type Places } from './places.ts';
import { collectWords, type Postings } from './postings.ts';
import { collectRanks, type Ranks } from './ranks.ts';
import { collectSpans, type SpanList } from './span-lists.ts';
import { collectTexts, pickTexts, type TextTable } from './text-table.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * One finished index, all of it blocks of numbers but for the names of facets and the like. Documents
 * are known by ordinal: their number in the order of the grid, those without a point last.
 */
export type Snapshot = {
  readonly count: number;
  readonly ids: TextTable;
  readonly names: TextTable;
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly nameWords: NameWords;
  readonly facets: FacetRows;
  readonly spans: ReadonlyMap<string, SpanList>;
  readonly ranks: ReadonlyMap<string, Ranks>;
  /** The ordinals in order of id. */
  readonly byId: Uint32Array;
  /** Where each document stands by name. */
  readonly nameOrder: Uint32Array;
};

/**
 * Builds the whole index in one pass over the documents, none of which it keeps. Of several with one
 * id the last counts. A point that is not on the globe counts as none.
 */
export function buildSnapshot(documents: Iterable<SearchDocument>): Snapshot {
  const [ids, names, points] = [collectTexts(), collectTexts(), collectPoints()];
  const [texts, facets] = [collectWords(), collectFacets()];
  const [spans, ranks] = [collectSpans(), collectRanks()];
  for (const document of documents) {
    ids.add(document.id);
    names.add(document.name);
    points.add(document.point);
    texts.add(document.text, document.name);
    facets.add(document.facets);
    spans.add(document.spans);
    ranks.add(document.ranks);
  }
  const sorted = sortIds(ids.table());
  const arrangement = arrange(points, findReplaced(ids.table(), sorted));
  const { words, postings, nameWords } = texts.build(arrangement);
  const ownNames = pickTexts(names.table(), arrangement.arrivals);
  const byId = orderById(sorted, arrangement);
  return {
    count: arrangement.arrivals.length,
    ids: pickTexts(ids.table(), arrangement.arrivals),
    names: ownNames,
    places: buildPlaces(points, arrangement),
    vocabulary: buildVocabulary(words),
    postings,
    nameWords,
    facets: facets.build(arrangement),
    spans: spans.build(arrangement),
    ranks: ranks.build(arrangement),
    ...{ byId, nameOrder: placesIn(orderByName(ownNames, byId)) },
  };
}
