import { expect, test } from 'vitest';
import { articleAge, oldestReadingAge } from '#guidance/article-age.ts';
import { readingAge, syllablesIn } from '#guidance/reading-age.ts';

test.each([
  ['cat', 1],
  ['asked', 1],
  ['wanted', 2],
  ['table', 2],
  ['places', 2],
  ['services', 3],
  ['children', 2],
  ['parent’s', 2],
  ['idea', 3],
  ['childminder', 3],
  ['information', 4],
  ['education', 4],
  ['25', 1],
])('%s has %i beats', (word, beats) => {
  expect(syllablesIn(word)).toBe(beats);
});

test('the age is the published grade formula plus five', () => {
  // Six words of one beat in one sentence: 0.39 × 6 + 11.8 × 1 − 15.59 + 5.
  expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55, 2);
  expect(readingAge('')).toBe(0);
});

test('a council’s worst sentence is found too hard, the same thing in plain words is not', () => {
  const official =
    'Eligibility for the aforementioned entitlement is contingent upon the satisfactory demonstration of qualifying remuneration by each individual with parental responsibility.';
  expect(articleAge(official).age).toBeGreaterThan(oldestReadingAge);
  expect(articleAge('You can have these hours if you both work and earn enough.').age).toBeLessThan(
    9,
  );
});

test('a list is read line by line, and a link or a figure counts as what is seen', () => {
  const list = '- We ring places\n- We ask if they have room\n- We tell you what we found';
  expect(articleAge(list).age).toBeLessThan(7);
  const linked = articleAge('You can have {figure:universal.hoursPerWeek} in [a nursery](/find).');
  expect(linked).toEqual(articleAge('You can have 10 in a nursery.'));
});
