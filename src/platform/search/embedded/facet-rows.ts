import type { SearchDocument } from '../search-engine.ts';
import { LEFT_OUT, type Arrangement } from './arrangement.ts';
import { sumBlocks } from './count-blocks.ts';
import { getOrAdd } from './get-or-add.ts';

/** Which document has which facet value: a row of bits for each document, a bit for each value. */
export type FacetRows = {
  /** Facet → value → its bit. */
  readonly bits: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** 32-bit words in a row. */
  readonly stride: number;
  readonly rows: Int32Array;
  /** See `sumBlocks`. */
  readonly blockCounts: Uint16Array;
};

/** The facets of documents as they are read. */
export type FacetCollector = {
  readonly add: (facets: SearchDocument['facets']) => void;
  readonly build: (arrangement: Arrangement) => FacetRows;
};

/** A value gets its bit when it is first seen; rows are made wider and more as they are needed. */
export function collectFacets(): FacetCollector {
  const bits = new Map<string, Map<string, number>>();
  let next = 0;
  let added = 0;
  let wide: Rows = { stride: 1, rows: new Int32Array(256) };
  const newBit = (): number => {
    if (next >>> 5 === wide.stride) wide = respread(wide, wide.stride * 2, added + 1);
    return next++;
  };
  return {
    add: (facets) => {
      if ((added + 1) * wide.stride > wide.rows.length) {
        wide = respread(wide, wide.stride, added * 2);
      }
      for (const facet of Object.keys(facets)) {
        const known = getOrAdd(bits, facet, () => new Map<string, number>());
        for (const value of facets[facet] ?? []) {
          const bit = getOrAdd(known, value, newBit);
          const at = added * wide.stride + (bit >>> 5);
          wide.rows[at] = (wide.rows[at] ?? 0) | (1 << (bit & 31));
        }
      }
      added += 1;
    },
    build: ({ arrivals, ordinals }) => {
      const stride = Math.ceil(next / 32);
      const rows = new Int32Array(arrivals.length * stride);
      ordinals.forEach((ordinal, arrival) => {
        if (ordinal === LEFT_OUT) return;
        for (let column = 0; column < stride; column += 1) {
          rows[ordinal * stride + column] = wide.rows[arrival * wide.stride + column] ?? 0;
        }
      });
      return { bits, stride, rows, blockCounts: sumBlocks(rows, stride) };
    },
  };
}

type Rows = Pick<FacetRows, 'stride' | 'rows'>;

/** The same rows with this many words in each, and room for so many. */
function respread(old: Rows, stride: number, room: number): Rows {
  const rows = new Int32Array(Math.max(room, old.rows.length / old.stride) * stride);
  for (let row = 0; row < old.rows.length / old.stride; row += 1) {
    rows.set(old.rows.subarray(row * old.stride, (row + 1) * old.stride), row * stride);
  }
  return { stride, rows };
}

/** A row with the bits of these values; values that no document has are left out. */
export function rowOfValues(
  { bits, stride }: FacetRows,
  facet: string,
  values: Iterable<string>,
): Int32Array {
  const row = new Int32Array(stride);
  const known = bits.get(facet);
  for (const value of values) {
    const bit = known?.get(value);
    if (bit !== undefined) row[bit >>> 5] = (row[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return row;
}

/** A row with the bits of every value of the facet. */
export function rowOfFacet(facets: FacetRows, facet: string): Int32Array {
  return rowOfValues(facets, facet, facets.bits.get(facet)?.keys() ?? []);
}
