import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineOf, everything, idsFor, place } from './few-places.ts';
import { randomFrom } from './random.ts';
import { sampleDocuments } from './sample-documents.ts';
import { someQuery } from './sample-queries.ts';

test('documents indexed and removed one after another give what a rebuild gives', () => {
  const random = randomFrom(11);
  const all = sampleDocuments(400, 12).map(({ document }) => document);
  const changing = engineOf(...all.slice(0, 200));
  const kept = new Map(all.slice(0, 200).map((document) => [document.id, document]));
  for (const { query } of fc.sample(someQuery, { seed: 13, numRuns: 30 })) {
    const added = random.some(all, 0.05);
    const moved = random
      .some([...kept.values()], 0.02)
      .map((old) => ({ ...old, name: `Moved ${old.name}`, text: 'moved', spans: {}, ranks: {} }));
    const gone = random.some([...kept.keys()], 0.04);
    changing.index(added);
    changing.index(moved);
    changing.search(everything);
    changing.remove([...gone, 'never there']);
    for (const document of [...added, ...moved]) kept.set(document.id, document);
    for (const id of gone) kept.delete(id);
    const fresh = engineOf(...kept.values());
    expect(changing.search(query)).toEqual(fresh.search(query));
    expect(changing.search(everything).total).toBe(kept.size);
  }
});

test('a word that went with its document is no longer taken for another', () => {
  const engine = engineOf(place('a', { text: 'nursery' }), place('b', { text: 'playgroup' }));
  expect(idsFor(engine, { words: 'nursary' })).toEqual(['a']);
  engine.remove(['a']);
  const found = engine.search({ ...everything, words: 'nursary' });
  expect(found).toMatchObject({ total: 0, corrected: [] });
});

test('a rebuild replaces everything, and is seen only when it is whole', () => {
  const engine = engineOf(place('old'));
  engine.rebuild(
    (function* () {
      yield place('new');
      expect(idsFor(engine, {})).toEqual(['old']);
      yield place('newer');
    })(),
  );
  expect(idsFor(engine, {})).toEqual(['new', 'newer']);
});

test('a rebuild that breaks off leaves the old index as it was', () => {
  const engine = engineOf(place('old'));
  const broken = function* () {
    yield place('new');
    throw new Error('the disk went away');
  };
  expect(() => {
    engine.rebuild(broken());
  }).toThrow('the disk went away');
  engine.index([place('second')]);
  expect(idsFor(engine, {})).toEqual(['old', 'second']);
});

test('two engines in one process know nothing of each other', () => {
  const [one, other] = [engineOf(place('one')), engineOf(place('other'))];
  one.index([place('more')]);
  expect(idsFor(one, {})).toEqual(['more', 'one']);
  expect(idsFor(other, {})).toEqual(['other']);
});

test('an engine that was never filled answers too', () => {
  expect(engineOf().search({ ...everything, words: 'nursery', sort: 'cost' })).toEqual({
    total: 0,
    hits: [],
    counts: {},
    corrected: [],
  });
});
