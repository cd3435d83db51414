import { describe, expect, test } from 'vitest';
import { engineOf, everything, idsFor, place } from './few-places.ts';

describe('words', () => {
  const engine = engineOf(
    place('a', { text: 'Little Stars Nursery' }),
    place('b', { text: 'Little Starfish' }),
    place('c', { text: 'L Stars' }),
  );

  test('every word must match, the last by its beginning', () => {
    expect(idsFor(engine, { words: 'little star' })).toEqual(['a', 'b']);
    expect(idsFor(engine, { words: 'stars l' })).toEqual(['c']);
    expect(idsFor(engine, { words: 'little nur' })).toEqual(['a']);
  });

  test('a single letter is a word, not a beginning', () => {
    expect(idsFor(engine, { words: 'l' })).toEqual(['c']);
  });

  test('text without letters or digits filters nothing', () => {
    expect(idsFor(engine, { words: ' "*" 👶 \u200f --' })).toEqual(['a', 'b', 'c']);
  });

  test('what comes before the words, however long, changes nothing', () => {
    const nothing = ' \u200f"*"👶 '.repeat(2000);
    expect(idsFor(engine, { words: `${nothing}starfish` })).toEqual(['b']);
    expect(idsFor(engine, { words: `little${nothing}nursery` })).toEqual(['a']);
  });

  test('words beyond the twelfth are not looked at', () => {
    const twelve = 'stars '.repeat(12);
    expect(idsFor(engine, { words: twelve })).toEqual(['a', 'c']);
    expect(idsFor(engine, { words: `${twelve} nosuchword` })).toEqual(['a', 'c']);
    expect(idsFor(engine, { words: `${'stars '.repeat(11)} nosuchword` })).toEqual([]);
  });

  test('the twelfth word is read to its end, wherever it stands', () => {
    for (let before = 0; before < 1000; before += 1) {
      const words = `${'stars '.repeat(11)}${' '.repeat(before)}starsnosuch one`;
      expect(engine.search({ ...everything, words }).total, `${before}`).toBe(0);
    }
  });

  test('words that are there need no correction', () => {
    expect(engine.search({ ...everything, words: 'little star' }).corrected).toEqual([]);
    expect(engine.search({ ...everything, words: '' }).corrected).toEqual([]);
  });
});
