import { isOnGlobe, type Point } from '../miles-between.ts';
import type { SearchDocument } from '../search-engine.ts';
import { buildFacetRows, type FacetRows } from './facet-rows.ts';
import { cellOf } from './grid.ts';
import { compareIds, compareNamed, inOrder, placesIn } from './name-order.ts';
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
  readonly names: readonly string[];
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly facets: FacetRows;
  readonly spans: ReadonlyMap<string, SpanList>;
  readonly ranks: ReadonlyMap<string, Float64Array>;
  /** The ordinals in order of id, and in order of name. */
  readonly byId: Uint32Array;
  readonly byName: Uint32Array;
  /** Where each document stands by name. */
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
  const ids = ordered.map(({ id }) => id);
  const at = (ordinal: number) => ordered[ordinal] ?? nobody;
  const byName = inOrder(ids.length, (a, b) => compareNamed(at(a), at(b)));
  return {
    ids,
    names: ordered.map(({ name }) => name),
    places: buildPlaces(ordered.map(pointOf).filter((point) => point !== null)),
    vocabulary: buildVocabulary(words),
    postings,
    facets: buildFacetRows(ordered),
    spans: buildSpanLists(ordered),
    ranks: buildRanks(ordered),
    byId: inOrder(ids.length, (a, b) => compareIds(ids[a] ?? '', ids[b] ?? '')),
    byName,
    nameOrder: placesIn(byName),
    desk: {
      ordinals: new Uint32Array(ordered.length),
      chords: new Float64Array(ordered.length),
      detours: new Float64Array(ordered.length),
      marks: new Uint8Array(ordered.length),
    },
  };
}

const nobody = { name: '', id: '' };

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
