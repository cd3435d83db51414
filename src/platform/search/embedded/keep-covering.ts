import type { SpanCondition } from '../search-engine.ts';
import { keep } from './keep.ts';
import type { SpanList } from './span-lists.ts';

/** Keeps, in place, the ordinals whose documents meet every condition. */
export function keepCovering(
  lists: ReadonlyMap<string, SpanList>,
  ordinals: Uint32Array,
  conditions: readonly SpanCondition[],
): Uint32Array {
  if (conditions.length === 0) return ordinals;
  const tests = conditions.map((condition) => testFor(lists.get(condition.list), condition));
  return keep(ordinals, (ordinal) => {
    for (const meets of tests) if (!meets(ordinal)) return false;
    return true;
  });
}

function testFor(
  list: SpanList | undefined,
  condition: SpanCondition,
): (ordinal: number) => boolean {
  const { orUnsaid } = condition;
  if (list === undefined) return () => orUnsaid;
  const { said, starts, numbers } = list;
  const holds = spanTest(list, condition);
  return (ordinal) => {
    if (said[ordinal] === 0) return orUnsaid;
    const end = starts[ordinal + 1] ?? 0;
    for (let span = starts[ordinal] ?? 0; span < end; span += 1) {
      if (holds(numbers[span] ?? 0)) return true;
    }
    return false;
  };
}

/** With `from` above `to` nothing need be contained; `at` and `by` count all the same. */
function spanTest(
  { spans }: SpanList,
  { at, from, to, by }: SpanCondition,
): (span: number) => boolean {
  const anywhere = from > to;
  const contains = (span: number): boolean =>
    anywhere || ((spans[span * 4] ?? 0) <= from && to <= (spans[span * 4 + 1] ?? 0));
  const isThen = (span: number): boolean => {
    const own = spans[span * 4 + 2] ?? NaN;
    return at === null || own === at || Number.isNaN(own);
  };
  const counts = (span: number): boolean => {
    const own = spans[span * 4 + 3] ?? -Infinity;
    return by === null || own <= by || own === -Infinity;
  };
  return (span) => contains(span) && isThen(span) && counts(span);
}
