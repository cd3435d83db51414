import { expect, test } from 'vitest';
import english from '#content/locales/en/directory.json' with { type: 'json' };
import { effectiveAnswer, type InclusionRecord } from '#directory/inclusion.ts';
import {
  attributesIn,
  inclusionAttributes,
  inclusionGroups,
  isInclusionKey,
} from '#directory/inclusion-vocabulary.ts';

const today = '2026-11-22';
const record = (answer: InclusionRecord['answer'], confirmedOn = today): InclusionRecord => ({
  answer,
  note: null,
  confirmedOn,
  source: 'provider',
});

test('the vocabulary is whole: 50 attributes in 9 groups, each with words and no words left over', () => {
  expect(inclusionAttributes).toHaveLength(50);
  expect(new Set(inclusionAttributes.map(({ key }) => key)).size).toBe(50);
  expect(inclusionGroups.map((group) => attributesIn(group).length)).toEqual([
    10, 5, 6, 7, 9, 6, 2, 2, 3,
  ]);
  expect(inclusionAttributes.map(({ key }) => key)).toEqual(Object.keys(english.inclusion));
  expect(inclusionGroups).toEqual(Object.keys(english.inclusionGroup));
  expect(Object.values(english.inclusion).filter(({ label }) => label.length < 5)).toEqual([]);
});

test('only keys of the vocabulary are keys', () => {
  expect(isInclusionKey('hoist')).toBe(true);
  for (const text of ['hoist?', 'HOIST', '', 'constructor', '__proto__'])
    expect(isInclusionKey(text)).toBe(false);
});

test('silence and "ask us" are not said, never no', () => {
  expect(effectiveAnswer(undefined, today)).toBe('not-said');
  expect(effectiveAnswer(record('ask-us'), today)).toBe('not-said');
  expect(effectiveAnswer(record('with-notice'), today)).toBe('with-notice');
  expect(effectiveAnswer(record('no'), today)).toBe('no');
});

test('an answer counts for 12 months to the day, then is not said', () => {
  expect(effectiveAnswer(record('yes', '2025-11-22'), today)).toBe('yes');
  expect(effectiveAnswer(record('yes', '2025-11-21'), today)).toBe('not-said');
  expect(effectiveAnswer(record('no', '2025-11-21'), today)).toBe('not-said');
  expect(effectiveAnswer(record('yes', '2027-02-28'), '2028-02-29')).toBe('not-said');
  expect(effectiveAnswer(record('yes', '2027-03-01'), '2028-02-29')).toBe('yes');
});
