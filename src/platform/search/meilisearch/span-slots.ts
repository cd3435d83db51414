import type { SearchSpan } from '../search-engine.ts';

/** The group of slots that count whatever `at` is asked for, and the one for when none is. */
export const whatever = 'any';
export const unasked = 'all';
/** The group of slots for one `at`. */
export const groupAt = (at: number): string => `at${at}`;

/**
 * The spans of a list, each in the groups in which it may be asked for. A span that another of its
 * group makes superfluous is left out, so that no query could tell the difference.
 */
export function spanGroups(
  spans: readonly SearchSpan[],
): ReadonlyMap<string, readonly SearchSpan[]> {
  const groups = Map.groupBy(spans, ({ at }) => (at === undefined ? whatever : groupAt(known(at))));
  groups.set(unasked, [...spans]);
  return new Map([...groups].map(([name, own]) => [name, needed(own)]));
}

function known(at: number): number {
  if (Number.isSafeInteger(at) && at >= 0) return at;
  throw new RangeError(`A span cannot count at ${at}: only whole numbers from 0 on`);
}

function needed(spans: readonly SearchSpan[]): readonly SearchSpan[] {
  return spans.filter(
    (span, at) =>
      !spans.some(
        (other, otherAt) =>
          otherAt !== at && coversAll(other, span) && (otherAt < at || !coversAll(span, other)),
      ),
  );
}

/** Whether one span does for all that the other would do for. */
const coversAll = (one: SearchSpan, other: SearchSpan): boolean =>
  one.from <= other.from &&
  one.to >= other.to &&
  (one.since ?? -Infinity) <= (other.since ?? -Infinity);
