import { expect, test } from 'vitest';
import { blocksOf } from '#guidance/article-blocks.ts';
import { isPartlyEnglish, readSections } from '#guidance/fallback.ts';

const english = blocksOf(`First.

## One

- a
- b

Rules say {figure:universal.hoursPerWeek} hours.

## Two

> Dear {letter:provider}

## Three

See [this](/ask).`);

const read = (own: string) =>
  readSections(english, blocksOf(own)).map(({ heading, blocks }) => [
    heading === null ? null : heading.text,
    ...blocks.map(({ block, isEnglish }) => `${block.kind} ${isEnglish ? 'en' : 'own'}`),
  ]);

const whole = `Pierwszy.

## Jeden

- a
- b

Zasady: {figure:universal.hoursPerWeek} godzin.

## Dwa

> Dear {letter:provider}

## Trzy

Zobacz [to](/ask).`;

test('a whole translation is read in that language, its letter in English', () => {
  expect(read(whole)).toEqual([
    [null, 'paragraph own'],
    ['Jeden', 'list own', 'paragraph own'],
    ['Dwa', 'letter en'],
    ['Trzy', 'paragraph own'],
  ]);
  expect(isPartlyEnglish(readSections(english, blocksOf(whole)))).toBe(false);
});

test('a block that lost a figure, a link or a point stands in English, and the rest does not', () => {
  const changed = whole
    .replace('{figure:universal.hoursPerWeek}', '20')
    .replace('[to](/ask)', 'to')
    .replace('- a\n- b', '- a');
  expect(read(changed)).toEqual([
    [null, 'paragraph own'],
    ['Jeden', 'list en', 'paragraph en'],
    ['Dwa', 'letter en'],
    ['Trzy', 'paragraph en'],
  ]);
  expect(isPartlyEnglish(readSections(english, blocksOf(changed)))).toBe(true);
});

test('a missing section is English, and those around it stay where they belong', () => {
  const without = whole.replace(/## Jeden.*?(?=## Dwa)/su, '');
  expect(read(without)).toEqual([
    [null, 'paragraph own'],
    ['One', 'list en', 'paragraph en'],
    ['Dwa', 'letter en'],
    ['Trzy', 'paragraph own'],
  ]);
});

test('without a translation everything is English', () => {
  const sections = readSections(english, null);
  expect(sections.every(({ blocks }) => blocks.every(({ isEnglish }) => isEnglish))).toBe(true);
  expect(isPartlyEnglish(sections)).toBe(true);
});
