import type { SpanCondition } from '../search-engine.ts';
import { allOf, anyOf, isAtLeast, isAtMost, isNot, isOneOf, nothing } from './filter-words.ts';
import { finite } from './finite.ts';
import { attribute, type SearchShape } from './search-shape.ts';
import { groupAt, unasked, whatever } from './span-slots.ts';

/** A span condition in the server's filter language; null when every document meets it. */
export function spanFilter({ spans }: SearchShape, condition: SpanCondition): string | null {
  const { list, at, orUnsaid } = condition;
  const most = spans.get(list);
  if (most === undefined) return orUnsaid ? null : nothing;
  const slots = Array.from({ length: most }, (_, slot) => slot);
  const held = anyOf(
    groupsFor(at).flatMap((group) => slots.map((slot) => slotFilter(condition, group, slot))),
  );
  return orUnsaid ? anyOf([isNot(isOneOf(attribute.said, [list])), held]) : held;
}

function groupsFor(at: number | null): readonly string[] {
  if (at === null) return [unasked];
  // No document has a span for what is no whole number.
  return Number.isSafeInteger(at) && at >= 0 ? [groupAt(at), whatever] : [whatever];
}

function slotFilter({ list, from, to, by }: SpanCondition, group: string, slot: number): string {
  const name = (end: 'from' | 'to' | 'since') => attribute.span(list, group, slot, end);
  const counts = isAtMost(name('since'), finite(by ?? Infinity));
  if (from > to) return counts;
  const contains = [isAtMost(name('from'), finite(from)), isAtLeast(name('to'), finite(to))];
  return allOf(by === null ? contains : [...contains, counts]);
}
