import type { SearchDocument } from '../search-engine.ts';

/** Which document has which facet value: a row of bits for each document, a bit for each value. */
export type FacetRows = {
  /** Facet → value → its bit. */
  readonly bits: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** 32-bit words in a row. */
  readonly stride: number;
  readonly rows: Int32Array;
};

/** `documents` by ordinal. The values of one facet get neighbouring bits. */
export function buildFacetRows(documents: readonly SearchDocument[]): FacetRows {
  const bits = numberValues(documents);
  const total = [...bits.values()].reduce((sum, values) => sum + values.size, 0);
  const stride = Math.ceil(total / 32);
  const rows = new Int32Array(documents.length * stride);
  documents.forEach(({ facets }, ordinal) => {
    for (const [facet, values] of Object.entries(facets)) {
      const known = bits.get(facet);
      for (const value of values) {
        const bit = known?.get(value) ?? 0;
        const at = ordinal * stride + (bit >>> 5);
        rows[at] = (rows[at] ?? 0) | (1 << (bit & 31));
      }
    }
  });
  return { bits, stride, rows };
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

function numberValues(documents: readonly SearchDocument[]): Map<string, Map<string, number>> {
  const found = new Map<string, Set<string>>();
  for (const { facets } of documents) {
    for (const [facet, values] of Object.entries(facets)) {
      const known = found.get(facet) ?? new Set();
      found.set(facet, known);
      for (const value of values) known.add(value);
    }
  }
  let next = 0;
  const number = (values: Set<string>) => new Map([...values].map((value) => [value, next++]));
  return new Map([...found].map(([facet, values]) => [facet, number(values)]));
}
