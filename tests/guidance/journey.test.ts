import { describe, expect, test } from 'vitest';
import { knownReference } from '#entitlements/known-reference.ts';
import { childTimeline, ageMoments } from '#guidance/journey/child-timeline.ts';
import { journeyQuery } from '#guidance/journey/journey-query.ts';
import { stepOrder, type DatedStep } from '#guidance/journey/step-order.ts';
import { doorKeys, doors, journeySteps, stepKeys } from '#guidance/journey/turns.ts';
import { guideOf, guidesWithWords } from '#guidance/search/search-words.ts';
import { schemeKeys } from '#entitlements/schemes.ts';
import { addMonths } from '#entitlements/months.ts';
import { guidanceFiles } from './guidance-files.ts';

const reference = knownReference();
const keysOf = (found: readonly DatedStep[]) => found.map(({ step }) => step.key);
const orderOn = (today: string, born: string) => {
  const { now, next, later, anytime } = stepOrder(journeySteps, born, { today, reference });
  return { now: keysOf(now), next: keysOf(next), later: keysOf(later), anytime };
};

test('every article that a step, a door or a search leads to is there', () => {
  const slugs = new Set(guidanceFiles('en/*.md').map(({ slug }) => slug));
  const named = [
    ...journeySteps.flatMap(({ guides }) => guides),
    ...doors.flatMap(({ guides }) => guides),
    ...schemeKeys.map(guideOf),
    ...guidesWithWords,
  ];
  expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
  expect(journeySteps.map(({ key }) => key)).toEqual(stepKeys);
  expect(doors.map(({ key }) => key)).toEqual(doorKeys);
});

describe('what is due for a baby due in March 2027', () => {
  test.each([
    ['2026-11-22', ['pregnancy'], ['birth']],
    ['2027-01-31', ['pregnancy'], ['birth']],
    ['2027-02-01', ['pregnancy', 'birth'], ['six-weeks']],
    ['2027-02-28', ['pregnancy', 'birth'], ['six-weeks']],
    ['2027-03-01', ['birth'], ['six-weeks']],
    ['2027-04-01', ['birth', 'six-weeks'], ['back-to-work']],
    ['2027-05-01', ['six-weeks'], ['back-to-work']],
    ['2027-12-31', ['back-to-work', 'nine-months'], ['two']],
    ['2028-12-01', ['two'], ['three']],
    ['2030-03-01', ['three'], ['starting-school']],
    ['2031-08-31', ['three', 'starting-school', 'wraparound'], []],
    ['2031-09-01', ['starting-school', 'wraparound'], []],
    ['2038-08-31', ['wraparound'], []],
    ['2038-09-01', [], []],
  ])('on %s', (today, now, next) => {
    const order = orderOn(today, '2027-03');
    expect({ now: order.now, next: order.next }).toEqual({ now, next });
  });

  test('what is later comes after what is next, in the order of time', () => {
    expect(orderOn('2026-11-22', '2027-03').later).toEqual([
      ...['six-weeks', 'back-to-work', 'nine-months', 'two', 'three'],
      ...['starting-school', 'wraparound'],
    ]);
  });
});

test('a child born on either side of 1 September starts school a year apart', () => {
  expect(orderOn('2026-10-01', '2022-08').now).not.toContain('three');
  expect(orderOn('2026-10-01', '2022-09').now).toContain('three');
});

test('on every day some step is due to every child under eleven, and none is both due and to come', () => {
  const today = '2026-11-22';
  for (let age = -9; age < 130; age += 1) {
    const { now, next, later } = orderOn(today, addMonths('2026-11', -age));
    expect([age, now.length > 0]).toEqual([age, true]);
    expect(new Set([...now, ...next, ...later]).size).toBe(now.length + next.length + later.length);
  }
});

test('the days of a child come from its age alone, the first first, and none is past', () => {
  const on = { today: '2026-11-22', reference };
  const days = ageMoments(childTimeline('2026-06', on), on);
  expect(days.map(({ on: day }) => day)).toEqual(days.map(({ on: day }) => day).toSorted());
  expect(days.every(({ on: day }) => day >= on.today)).toBe(true);
  const starts = days.filter(({ kind }) => kind === 'starts');
  expect(starts.map(({ entitlement: { scheme }, on: day }) => [scheme, day])).toContainEqual([
    'universal',
    '2029-09-01',
  ]);
  expect(childTimeline('', on)).toEqual([]);
});

describe('what is typed', () => {
  const asked = (dob: readonly string[], near = '') =>
    journeyQuery({ dob, near: [near] }, '2026-11-22');

  test.each([
    [['3', '2027'], '2027-03'],
    [['2027-03'], '2027-03'],
    [['9', '2027'], '2027-09'],
    [['11', '2008'], '2008-11'],
    [['', ''], ''],
  ])('%j is understood', (dob, born) => {
    expect(asked(dob)).toEqual({ born, near: '', problems: [] });
  });

  test.each([
    [['13', '2027'], 'directory:find.month.wrong'],
    [['10', '2027'], 'journey:form.tooFar'],
    [['10', '2008'], 'journey:form.tooOld'],
    [['x'], 'directory:find.month.wrong'],
  ])('%j is not, and the place is kept', (dob, key) => {
    expect(asked(dob, ' M33 2DH ')).toEqual({
      born: '',
      near: 'M33 2DH',
      problems: [{ field: 'dob', key }],
    });
  });
});
