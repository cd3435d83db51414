import { isOnGlobe, type Point } from '../miles-between.ts';
import type { SearchDocument } from '../search-engine.ts';
import { buildFacetRows, type FacetRows } from './facet-rows.ts';
import { cellOf } from './grid.ts';
import { buildPlaces, type Places } from './places.ts';
import { buildPostings, type Postings } from './postings.ts';
import { buildRanks } from './ranks.ts';
import { buildSpanLists, type SpanList } from './span-lists.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * One finished index. Documents are known by ordinal: their number in the order of the grid, those
 * without a point last.
 */
export type Snapshot = {
  readonly ids: readonly string[];
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly facets: FacetRows;
  readonly spans: ReadonlyMap<string, SpanList>;
  readonly ranks: ReadonlyMap<string, Float64Array>;
  /** Where each document stands when all are in order of name, then id. */
  readonly nameOrder: Uint32Array;
  readonly desk: Desk;
};

/** Room to work in, made once: a search leaves nothing in it that the next one reads. */
export type Desk = {
  readonly ordinals: Uint32Array;
  readonly chords: Float64Array;
  /** Miles. */
  readonly detours: Float64Array;
  readonly marks: Uint8Array;
};

/** Builds the whole index. A point that is not on the globe counts as none. */
export function buildSnapshot(documents: readonly SearchDocument[]): Snapshot {
  const ordered = inGridOrder(documents);
  const { words, postings } = buildPostings(ordered.map(({ text }) => text));
  return {
    ids: ordered.map(({ id }) => id),
    places: buildPlaces(ordered.map(pointOf).filter((point) => point !== null)),
    vocabulary: buildVocabulary(words),
    postings,
    facets: buildFacetRows(ordered),
    spans: buildSpanLists(ordered),
    ranks: buildRanks(ordered),
    nameOrder: orderNames(ordered),
    desk: {
      ordinals: new Uint32Array(ordered.length),
      chords: new Float64Array(ordered.length),
      detours: new Float64Array(ordered.length),
      marks: new Uint8Array(ordered.length),
    },
  };
}

const pointOf = ({ point }: SearchDocument): Point | null =>
  point !== null && isOnGlobe(point) ? point : null;

function inGridOrder(documents: readonly SearchDocument[]): readonly SearchDocument[] {
  const last = 2 ** 32;
  return documents
    .map((document) => {
      const point = pointOf(document);
      return { document, cell: point === null ? last : cellOf(point) };
    })
    .sort((a, b) => a.cell - b.cell)
    .map(({ document }) => document);
}

function orderNames(documents: readonly SearchDocument[]): Uint32Array {
  const { compare } = new Intl.Collator('en');
  const named = documents.map(({ name, id }, ordinal) => ({ name, id, ordinal }));
  named.sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const order = new Uint32Array(documents.length);
  named.forEach(({ ordinal }, at) => {
    order[ordinal] = at;
  });
  return order;
}
