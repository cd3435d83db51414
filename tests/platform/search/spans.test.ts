import type { SearchSpan, SpanCondition } from '#platform/search/search-engine.ts';
import { expect, test } from 'vitest';
import { engineOf, idsFor, place } from './few-places.ts';

const asked = (list: string, rest: Partial<SpanCondition>): SpanCondition => ({
  ...{ list, at: null, from: 1, to: 0, by: null, orUnsaid: false },
  ...rest,
});
const meets = (spans: readonly SearchSpan[], rest: Partial<SpanCondition>): boolean =>
  idsFor(engineOf(place('a', { spans: { list: spans } })), { covers: [asked('list', rest)] })
    .length === 1;

test('both ends of a span are included, and both numbers asked for must be in one span', () => {
  const spans = [
    { from: 540, to: 720 },
    { from: 780, to: 960 },
  ];
  expect(meets(spans, { from: 540, to: 720 })).toBe(true);
  expect(meets(spans, { from: 780, to: 780 })).toBe(true);
  expect(meets(spans, { from: 539, to: 720 })).toBe(false);
  expect(meets(spans, { from: 600, to: 800 })).toBe(false);
  expect(meets(spans, { from: 740, to: 740 })).toBe(false);
});

test('a span for a day counts on that day, one without a day on any', () => {
  const monday = { at: 1, from: 0, to: 10 };
  expect(meets([monday], { at: 1, from: 5, to: 5 })).toBe(true);
  expect(meets([monday], { at: 2, from: 5, to: 5 })).toBe(false);
  expect(meets([monday], { at: null, from: 5, to: 5 })).toBe(true);
  expect(meets([monday, { from: 0, to: 10 }], { at: 2, from: 5, to: 5 })).toBe(true);
  expect(meets([{ ...monday, at: 0 }], { at: 2, from: 5, to: 5 })).toBe(false);
});

test('a span that counts from a day on counts by that day and later', () => {
  const fromDayTen = [{ from: 0, to: 5, since: 10 }];
  expect(meets(fromDayTen, { from: 1, to: 1, by: 10 })).toBe(true);
  expect(meets(fromDayTen, { from: 1, to: 1, by: 9 })).toBe(false);
  expect(meets(fromDayTen, { from: 1, to: 1, by: null })).toBe(true);
  expect(meets([{ from: 0, to: 5 }], { from: 1, to: 1, by: -1e9 })).toBe(true);
});

test('with from above to any span will do, if it holds for the day and counts by then', () => {
  const spans = [{ at: 1, from: 24, to: 36, since: 10 }];
  expect(meets(spans, {})).toBe(true);
  expect(meets(spans, { at: 2 })).toBe(false);
  expect(meets(spans, { by: 9 })).toBe(false);
  expect(meets([], {})).toBe(false);
});

test('a list that was never said is told apart from an empty one', () => {
  const engine = engineOf(
    place('said', { spans: { ages: [{ from: 24, to: 60 }] } }),
    place('none', { spans: { ages: [] } }),
    place('unsaid'),
  );
  const found = (from: number, orUnsaid: boolean, list = 'ages') =>
    idsFor(engine, { covers: [asked(list, { from, to: from, orUnsaid })] });
  expect(found(24, true)).toEqual(['said', 'unsaid']);
  expect(found(60, false)).toEqual(['said']);
  expect(found(61, true)).toEqual(['unsaid']);
  expect(found(24, true, 'unheard-of')).toEqual(['none', 'said', 'unsaid']);
  expect(found(24, false, 'constructor')).toEqual([]);
});

test('every condition must hold, each by a span of its own', () => {
  const open = [
    { at: 1, from: 480, to: 720 },
    { at: 2, from: 480, to: 1080 },
  ];
  const engine = engineOf(place('a', { spans: { open, ages: [{ from: 0, to: 60 }] } }));
  const until = (at: number, to: number) => asked('open', { at, from: 540, to });
  const aged = (months: number) => asked('ages', { from: months, to: months });
  expect(idsFor(engine, { covers: [until(1, 700), until(2, 1000), aged(30)] })).toEqual(['a']);
  expect(idsFor(engine, { covers: [until(1, 1000), until(2, 1000)] })).toEqual([]);
  expect(idsFor(engine, { covers: [until(1, 700), aged(61)] })).toEqual([]);
});

test('numbers are compared as they are, however fine or large', () => {
  const million = 16_777_217;
  expect(meets([{ from: 0.1, to: million }], { from: 0.1, to: million })).toBe(true);
  expect(meets([{ from: 0.1, to: million }], { from: 0.1, to: million + 1 })).toBe(false);
  expect(meets([{ from: 0.1, to: 1 }], { from: 0.09999999999, to: 1 })).toBe(false);
  expect(meets([{ from: 3, to: Infinity }], { from: 3, to: Number.MAX_SAFE_INTEGER })).toBe(true);
});

test('what is no number is contained in nothing', () => {
  expect(meets([{ from: -Infinity, to: Infinity }], { from: NaN, to: 1 })).toBe(false);
  expect(meets([{ from: NaN, to: NaN }], { from: 1, to: 1 })).toBe(false);
  expect(meets([{ from: 0, to: 5, at: 1 }], { from: 1, to: 1, at: NaN })).toBe(false);
});
