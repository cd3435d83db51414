import type { SearchHits, SearchQuery } from '../search-engine.ts';
import { addBits } from './count-bits.ts';
import { countByBlocks } from './count-blocks.ts';
import { rowOfFacet, rowOfValues, type FacetRows } from './facet-rows.ts';
import { keep } from './keep.ts';

/** A filter group ready for rows: a row passes when it shares a bit with `wanted`. */
type Group = {
  readonly wanted: Int32Array;
  /** The bits to count for a document that misses this group and no other; empty for none. */
  readonly counted: Int32Array;
};

const NOTHING = new Int32Array();

/**
 * Keeps, in place, the ordinals that pass every filter group, and counts facet values as
 * `SearchHits.counts` says. One pass: a document that misses a single group is what that group's
 * facet would have gained without it.
 */
export function filterAndCount(
  facets: FacetRows,
  ordinals: Uint32Array,
  query: SearchQuery,
): { readonly hits: Uint32Array; readonly counts: SearchHits['counts'] } {
  const groups = readyGroups(facets, query);
  const counts = new Uint32Array(facets.stride * 32);
  const hits = groups.length === 0 ? ordinals : keep(ordinals, passesAll(facets, groups, counts));
  countByBlocks(facets, unionOf(facets, query.count), hits, counts);
  return { hits, counts: namedCounts(facets, query.count, counts) };
}

function readyGroups(facets: FacetRows, { filters, count }: SearchQuery): readonly Group[] {
  return filters.map(({ facet, anyOf }) => {
    const alone = filters.filter((other) => other.facet === facet).length === 1;
    return {
      wanted: rowOfValues(facets, facet, anyOf),
      counted: alone && count.includes(facet) ? rowOfFacet(facets, facet) : NOTHING,
    };
  });
}

function passesAll(
  { rows, stride }: FacetRows,
  groups: readonly Group[],
  counts: Uint32Array,
): (ordinal: number) => boolean {
  return (ordinal) => {
    const row = ordinal * stride;
    let missed: Group | null = null;
    for (const group of groups) {
      if (shares(rows, row, group.wanted)) continue;
      if (missed !== null) return false;
      missed = group;
    }
    if (missed === null) return true;
    for (let column = 0; column < missed.counted.length; column += 1) {
      addBits((rows[row + column] ?? 0) & (missed.counted[column] ?? 0), column, counts);
    }
    return false;
  };
}

function shares(rows: Int32Array, row: number, wanted: Int32Array): boolean {
  for (let column = 0; column < wanted.length; column += 1) {
    if (((rows[row + column] ?? 0) & (wanted[column] ?? 0)) !== 0) return true;
  }
  return false;
}

function unionOf(facets: FacetRows, names: readonly string[]): Int32Array {
  const union = new Int32Array(facets.stride);
  for (const name of names) {
    rowOfFacet(facets, name).forEach((bits, column) => {
      union[column] = (union[column] ?? 0) | bits;
    });
  }
  return union;
}

function namedCounts(
  { bits }: FacetRows,
  names: readonly string[],
  counts: Uint32Array,
): SearchHits['counts'] {
  return Object.fromEntries(
    names.map((name) => {
      const counted: [string, number][] = [];
      for (const [value, bit] of bits.get(name) ?? []) {
        const count = counts[bit] ?? 0;
        if (count > 0) counted.push([value, count]);
      }
      return [name, Object.fromEntries(counted)];
    }),
  );
}
