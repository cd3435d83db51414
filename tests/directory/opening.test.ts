import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesOf, openSpans } from '#directory/opening.ts';
import type { OpeningTime, Term } from '#directory/provider.ts';

const open = (opens: string, closes: string, day = 1, term: Term = 'all-year'): OpeningTime => ({
  ...{ day, opens, closes, term, session: null, isFunded: false },
});
const spans = (...times: readonly OpeningTime[]) =>
  openSpans(times).map(({ at, from, to }) => `${at ?? ''}: ${from}-${to}`);

test('a time is its minutes of the day', () => {
  expect(['00:00', '07:30', '23:59'].map(minutesOf)).toEqual([0, 450, 1439]);
});

test('sessions that meet or overlap are one, in any order; others stay apart', () => {
  expect(spans(open('12:00', '15:00'), open('09:00', '12:00'))).toEqual(['1: 540-900']);
  expect(spans(open('09:00', '13:00'), open('12:00', '15:00'))).toEqual(['1: 540-900']);
  expect(spans(open('08:00', '18:00'), open('09:00', '12:00'))).toEqual(['1: 480-1080']);
  expect(spans(open('09:00', '12:00'), open('12:01', '15:00'))).toEqual([
    '1: 540-720',
    '1: 721-900',
  ]);
});

test('another day, or another time of the year, is not the same session', () => {
  expect(spans(open('09:00', '12:00', 1), open('12:00', '15:00', 2))).toEqual([
    '1: 540-720',
    '2: 720-900',
  ]);
  const [term, holidays] = ['term-time', 'holidays'] as const;
  expect(spans(open('09:00', '12:00', 1, term), open('12:00', '15:00', 1, holidays))).toEqual([
    '1: 540-720',
    '1: 720-900',
  ]);
});

test('together they are open in the same minutes as before, and never touch', () => {
  const time = fc
    .integer({ min: 0, max: 47 })
    .map(
      (half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
    );
  const session = fc
    .tuple(time, time)
    .filter(([a, b]) => a !== b)
    .map((both) => both.toSorted())
    .map(([opens = '', closes = '']) => open(opens, closes));
  fc.assert(
    fc.property(fc.array(session, { maxLength: 6 }), (times) => {
      const joined = openSpans(times);
      for (let minute = 0; minute < 1440; minute += 15) {
        const before = times.some(
          ({ opens, closes }) => minutesOf(opens) <= minute && minute <= minutesOf(closes),
        );
        expect(joined.some(({ from, to }) => from <= minute && minute <= to)).toBe(before);
      }
      joined.forEach((span, at) => {
        const next = joined[at + 1];
        if (next) expect(next.from).toBeGreaterThan(span.to);
      });
    }),
    { seed: 2, numRuns: 200 },
  );
});
