import { isOnGlobe, type Point } from '../miles-between.ts';
import type { SearchDocument } from '../search-engine.ts';
import { buildFacetRows, type FacetRows } from './facet-rows.ts';
import { cellOf } from './grid.ts';
import { buildPlaces, type Places } from './places.ts';
import { buildPostings, type Postings } from './postings.ts';

/**
 * One finished index. Documents are known by ordinal: their number in the order of the grid, those
 * without a point last.
 */
export type Snapshot = {
  readonly ids: readonly string[];
  readonly places: Places;
  readonly postings: Postings;
  readonly facets: FacetRows;
  /** Months; −∞ and +∞ when not said. */
  readonly agesFrom: Float64Array;
  readonly agesTo: Float64Array;
  /** Where each document stands when all are in order of name, then id. */
  readonly nameRanks: Uint32Array;
  readonly desk: Desk;
};

/** Room to work in, made once: a search leaves nothing in it that the next one reads. */
export type Desk = {
  readonly ordinals: Uint32Array;
  readonly chords: Float64Array;
  readonly marks: Uint8Array;
};

/** Builds the whole index. A point that is not on the globe counts as none. */
export function buildSnapshot(documents: readonly SearchDocument[]): Snapshot {
  const ordered = inGridOrder(documents);
  return {
    ids: ordered.map(({ id }) => id),
    places: buildPlaces(ordered.map(pointOf).filter((point) => point !== null)),
    postings: buildPostings(ordered.map(({ text }) => text)),
    facets: buildFacetRows(ordered),
    agesFrom: Float64Array.from(ordered, ({ ages }) => ages?.from ?? -Infinity),
    agesTo: Float64Array.from(ordered, ({ ages }) => ages?.to ?? Infinity),
    nameRanks: rankNames(ordered),
    desk: {
      ordinals: new Uint32Array(ordered.length),
      chords: new Float64Array(ordered.length),
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

function rankNames(documents: readonly SearchDocument[]): Uint32Array {
  const { compare } = new Intl.Collator('en');
  const named = documents.map(({ name, id }, ordinal) => ({ name, id, ordinal }));
  named.sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const ranks = new Uint32Array(documents.length);
  named.forEach(({ ordinal }, rank) => {
    ranks[ordinal] = rank;
  });
  return ranks;
}
