import type { SearchDocument, SearchSpan } from '../search-engine.ts';

type Numbers = Float32Array | Float64Array;

/** One named list of spans of every document, as columns: a number for each span. */
export type SpanList = {
  /** Which documents have the list at all (1), even empty. */
  readonly said: Uint8Array;
  /** Where the spans of each document start; one more at the end. */
  readonly starts: Uint32Array;
  readonly from: Numbers;
  readonly to: Numbers;
  /** NaN where left out; null when every span leaves it out. */
  readonly at: Numbers | null;
  /** −∞ where left out; null when every span leaves it out. */
  readonly since: Numbers | null;
};

/** `documents` by ordinal. */
export function buildSpanLists(
  documents: readonly SearchDocument[],
): ReadonlyMap<string, SpanList> {
  const names = new Set<string>();
  for (const { spans } of documents) for (const name of Object.keys(spans)) names.add(name);
  return new Map([...names].map((name) => [name, buildSpanList(documents, name)]));
}

function buildSpanList(documents: readonly SearchDocument[], name: string): SpanList {
  const said = new Uint8Array(documents.length);
  const starts = new Uint32Array(documents.length + 1);
  const all: SearchSpan[] = [];
  documents.forEach(({ spans }, ordinal) => {
    const own = Object.hasOwn(spans, name) ? spans[name] : undefined;
    said[ordinal] = own === undefined ? 0 : 1;
    for (const span of own ?? []) all.push(span);
    starts[ordinal + 1] = all.length;
  });
  return {
    said,
    starts,
    from: pack(all.map(({ from }) => from)),
    to: pack(all.map(({ to }) => to)),
    at: all.some(({ at }) => at !== undefined) ? pack(all.map(({ at }) => at ?? NaN)) : null,
    since: all.some(({ since }) => since !== undefined)
      ? pack(all.map(({ since }) => since ?? -Infinity))
      : null,
  };
}

/** In half the memory when that loses nothing, as with whole numbers up to 16 million. */
function pack(numbers: readonly number[]): Numbers {
  const small = Float32Array.from(numbers);
  const exact = numbers.every((number, at) => Object.is(small[at], number));
  return exact ? small : Float64Array.from(numbers);
}
