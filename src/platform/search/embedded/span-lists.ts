import type { SearchDocument, SearchSpan } from '../search-engine.ts';
import { LEFT_OUT, type Arrangement } from './arrangement.ts';
import { collectFloats, collectNumbers } from './collect-numbers.ts';
import { getOrAdd } from './get-or-add.ts';

/** One named list of spans of every document. Each different span is kept once, by number. */
export type SpanList = {
  /** Which documents have the list at all (1), even empty. */
  readonly said: Uint8Array;
  /** Where the spans of each document start in `numbers`; one more at the end. */
  readonly starts: Uint32Array;
  /** Which spans they are. */
  readonly numbers: Uint16Array | Uint32Array;
  /** Four for each different span: `from`, `to`, `at` (NaN where left out), `since` (−∞ likewise). */
  readonly spans: Float64Array;
};

/** The spans of documents as they are read. */
export type SpanCollector = {
  readonly add: (spans: SearchDocument['spans']) => void;
  readonly build: (arrangement: Arrangement) => ReadonlyMap<string, SpanList>;
};

type ListCollector = {
  readonly add: (arrival: number, spans: readonly SearchSpan[]) => void;
  readonly build: (arrangement: Arrangement) => SpanList;
};

export function collectSpans(): SpanCollector {
  const lists = new Map<string, ListCollector>();
  let added = 0;
  return {
    add: (spans) => {
      for (const name of Object.keys(spans)) {
        getOrAdd(lists, name, collectList).add(added, spans[name] ?? []);
      }
      added += 1;
    },
    build: (arrangement) =>
      new Map([...lists].map(([name, list]) => [name, list.build(arrangement)])),
  };
}

function collectList(): ListCollector {
  const [owners, ends, numbers, spans] = [
    ...[collectNumbers(), collectNumbers(), collectNumbers()],
    collectFloats(),
  ] as const;
  const numberOf = numberSpans((span) => {
    span.forEach(spans.add);
  });
  return {
    add: (arrival, own) => {
      for (const span of own) numbers.add(numberOf(span));
      owners.add(arrival);
      ends.add(numbers.size());
    },
    build: (arrangement) => ({
      ...spread(owners.all(), ends.all(), numbers.all(), arrangement),
      spans: spans.all().slice(),
    }),
  };
}

/** Gives each different span a number, and tells `onNew` of it. */
function numberSpans(
  onNew: (span: readonly [number, number, number, number]) => void,
): (span: SearchSpan) => number {
  const known = new Map<number, Map<number, Map<number, Map<number, number>>>>();
  let next = 0;
  return ({ from, to, at = NaN, since = -Infinity }) => {
    const alike = within(within(within(known, from), to), at);
    return getOrAdd(alike, since, () => {
      onNew([from, to, at, since]);
      return next++;
    });
  };
}

const within = <Inner>(map: Map<number, Map<number, Inner>>, key: number): Map<number, Inner> =>
  getOrAdd(map, key, () => new Map<number, Inner>());

/** From the order in which the lists were read to that of the ordinals. */
function spread(
  owners: Uint32Array,
  ends: Uint32Array,
  numbers: Uint32Array,
  { arrivals, ordinals }: Arrangement,
): Pick<SpanList, 'said' | 'starts' | 'numbers'> {
  const said = new Uint8Array(arrivals.length);
  const starts = new Uint32Array(arrivals.length + 1);
  const visit = (each: (ordinal: number, own: Uint32Array) => void): void => {
    owners.forEach((arrival, at) => {
      const ordinal = ordinals[arrival] ?? LEFT_OUT;
      if (ordinal !== LEFT_OUT)
        each(ordinal, numbers.subarray(at > 0 ? ends[at - 1] : 0, ends[at]));
    });
  };
  visit((ordinal, own) => {
    said[ordinal] = 1;
    starts[ordinal + 1] = own.length;
  });
  arrivals.forEach((_, ordinal) => {
    starts[ordinal + 1] = (starts[ordinal + 1] ?? 0) + (starts[ordinal] ?? 0);
  });
  const most = numbers.reduce((high, number) => Math.max(high, number), 0);
  const total = starts.at(-1) ?? 0;
  const inOrder = most < 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  visit((ordinal, own) => {
    inOrder.set(own, starts[ordinal]);
  });
  return { said, starts, numbers: inOrder };
}
