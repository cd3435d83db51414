import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bruteForce, worldOf } from './brute-force.ts';
import { engineOf, everything, idsFor, place } from './few-places.ts';
import { mistype } from './sample-queries.ts';

const ask = (texts: readonly string[], words: string) => {
  const engine = engineOf(...texts.map((text) => place(text)));
  const { hits, corrected } = engine.search({ ...everything, words });
  return { found: hits.map(({ id }) => id), corrected };
};

describe('typing mistakes', () => {
  test.each([
    ['nursry', 'a letter missing'],
    ['nurseery', 'a letter too many'],
    ['nursary', 'a wrong letter'],
    ['nusrery', 'two letters swapped'],
    ['mursery', 'a wrong first letter'],
    ['ursery', 'no first letter'],
    ['NÜRSARY', 'capitals and an accent'],
  ])('%j finds nursery: %s', (typed) => {
    const { found, corrected } = ask(['Nursery', 'Playgroup'], typed);
    expect(found).toEqual(['Nursery']);
    expect(corrected.map(({ taken }) => taken)).toEqual(['nursery']);
  });

  test('one mistake is forgiven from four letters, two from eight', () => {
    expect(ask(['cat', 'cart'], 'cxt').found).toEqual([]);
    expect(ask(['cats'], 'cxts').found).toEqual(['cats']);
    expect(ask(['nursery'], 'nxrsxry').found).toEqual([]);
    expect(ask(['playgroup'], 'plxygrxup').found).toEqual(['playgroup']);
    expect(ask(['playgroup'], 'lpaygruop').found).toEqual(['playgroup']);
    expect(ask(['playgroup'], 'plxygrxxp').found).toEqual([]);
  });

  test('a swap with a letter lost or added between the two is two mistakes', () => {
    expect(ask(['playgroup'], 'plgaroup').found).toEqual(['playgroup']);
    expect(ask(['playgroup'], 'plgaroux').found).toEqual([]);
    expect(ask(['breakfast'], 'brekxafast').found).toEqual(['breakfast']);
  });

  test('a word with a digit in it, such as a postcode, is never mistaken for another', () => {
    expect(ask(['M33 7XX', 'EY123456'], 'm34').found).toEqual([]);
    expect(ask(['M33 7XX', 'EY123456'], '7xxy').found).toEqual([]);
    expect(ask(['M33 7XX', 'EY123456'], 'ey123457')).toEqual({ found: [], corrected: [] });
    expect(ask(['year٣'], 'year۴').found).toEqual([]);
    expect(ask(['वर्ष३'], 'वर्ष४').found).toEqual([]);
  });

  test('but a number is found by a part of it', () => {
    expect(ask(['M33 7XX', 'EY123456'], '123456').found).toEqual(['EY123456']);
  });

  test('Polish and Urdu are forgiven as English is', () => {
    expect(ask(['Żłobek Słoneczko'], 'zlobek').corrected).toEqual([]);
    expect(ask(['Żłobek Słoneczko'], 'slonecko').found).toEqual(['Żłobek Słoneczko']);
    expect(ask(['Przedszkole'], 'przedzskole').found).toEqual(['Przedszkole']);
    expect(ask(['نرسری'], 'نرسري')).toEqual({ found: ['نرسری'], corrected: [] });
    expect(ask(['نرسری'], 'نرسى')).toMatchObject({
      found: ['نرسری'],
      corrected: [{ typed: 'نرسی', taken: 'نرسری' }],
    });
  });
});

describe('parts of words', () => {
  test('a part of four letters or more finds the words that contain it', () => {
    expect(ask(['Childminder', 'Minders', 'Mind'], 'minde').found).toEqual(['Minders']);
    expect(ask(['Childminder', 'Mind'], 'minde').found).toEqual(['Childminder']);
    expect(ask(['Childminder'], 'ldm').found).toEqual([]);
  });

  test('a part comes before a typing mistake', () => {
    expect(ask(['starfish', 'stark'], 'tarf x').found).toEqual([]);
    expect(ask(['starfish zoo', 'tart zoo'], 'tarf zoo').found).toEqual(['starfish zoo']);
  });

  test('only the last word is a beginning; before it, a beginning is a part', () => {
    const { found, corrected } = ask(['Little Stars', 'Lit Stars'], 'litt stars');
    expect(found).toEqual(['Little Stars']);
    expect(corrected).toEqual([{ typed: 'litt', taken: 'little' }]);
    expect(ask(['Little Stars'], 'stars litt').corrected).toEqual([]);
  });
});

describe('what was corrected', () => {
  test('is the word that most documents have, of all that were taken', () => {
    const texts = ['nursery one', 'nursery two', 'nurseri three'];
    const { found, corrected } = ask(texts, 'nurserz');
    expect(found).toHaveLength(3);
    expect(corrected).toEqual([{ typed: 'nurserz', taken: 'nursery' }]);
  });

  test('is said once for each word, and not for a word that stays unknown', () => {
    const { found, corrected } = ask(['nursery'], 'nursary nursary qqqqqq');
    expect(found).toEqual([]);
    expect(corrected).toEqual([{ typed: 'nursary', taken: 'nursery' }]);
  });

  test('a word that some document has stands, even where it gives nothing', () => {
    const far = { point: { latitude: 50, longitude: -5 } };
    const near = { point: { latitude: 53, longitude: -2 } };
    const engine = engineOf(
      place('a', { text: 'nursery', ...near }),
      place('b', { text: 'nursary', ...far }),
    );
    const query = { ...everything, words: 'nursary', near: near.point, withinMiles: 5 };
    expect(engine.search(query)).toMatchObject({ total: 0, corrected: [] });
    expect(idsFor(engine, { words: 'nursery nursary' })).toEqual([]);
  });
});

test('of any words, those a mistake or two away are found and no others', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'd');
  const word = fc.string({ unit: letters, minLength: 4, maxLength: 11 });
  // Close together, so that one mistake is made in another.
  const mistakes = fc.array(fc.record({ kind: fc.nat(3), place: fc.nat(4), letter: letters }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(word, fc.array(mistakes, { maxLength: 30 }), (typed, made) => {
      const texts = made
        .map((some) => some.reduce(mistype, typed))
        .filter((text) => text !== typed);
      const documents = [...new Set(texts)].map((text) => ({
        document: place(text),
        words: [text],
        named: [],
      }));
      const engine = engineOf(...documents.map(({ document }) => document));
      const query = { ...everything, words: typed, limit: 100 };
      const expected = bruteForce(worldOf(documents), { query, words: [typed] });
      expect(engine.search(query)).toEqual(expected);
    }),
    { seed: 31, numRuns: 500 },
  );
});
