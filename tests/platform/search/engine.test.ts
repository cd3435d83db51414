import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { SearchDocument, SearchEngine, SearchQuery } from '#platform/search/search-engine.ts';
import { describe, expect, test } from 'vitest';
import { randomFrom } from './random.ts';
import { everything, parameters, sampleDocuments, sampleQuery } from './sample-documents.ts';

const place = (id: string, rest: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  text: id,
  name: id,
  point: null,
  facets: {},
  ages: null,
  ...rest,
});
const engineOf = (...documents: SearchDocument[]): SearchEngine => {
  const engine = openEmbeddedEngine();
  engine.rebuild(documents);
  return engine;
};
const idsFor = (engine: SearchEngine, query: Partial<SearchQuery>): readonly string[] =>
  engine.search({ ...everything, ...query }).hits.map(({ id }) => id);

describe('words', () => {
  const engine = engineOf(
    place('a', { text: 'Little Stars Nursery' }),
    place('b', { text: 'Little Starfish' }),
    place('c', { text: 'L Stars' }),
  );

  test('every word must match, the last by its beginning', () => {
    expect(idsFor(engine, { words: 'little star' })).toEqual(['a', 'b']);
    expect(idsFor(engine, { words: 'star little' })).toEqual([]);
    expect(idsFor(engine, { words: 'little nur' })).toEqual(['a']);
  });

  test('a single letter is a word, not a beginning', () => {
    expect(idsFor(engine, { words: 'l' })).toEqual(['c']);
  });

  test('text without letters or digits filters nothing', () => {
    expect(idsFor(engine, { words: ' "*" 👶 \u200f --' })).toEqual(['a', 'b', 'c']);
  });
});

describe('distance', () => {
  const near = { latitude: 53.42, longitude: -2.32 };
  const at = (north: number) => ({ point: { ...near, latitude: near.latitude + north } });

  test('places without a point come last by name, and match no limit', () => {
    const engine = engineOf(place('z'), place('y'), place('b', at(0.02)), place('c', at(0.01)));
    expect(idsFor(engine, { near })).toEqual(['c', 'b', 'y', 'z']);
    expect(idsFor(engine, { near, withinMiles: Infinity })).toEqual(['c', 'b']);
    expect(idsFor(engine, { near, withinMiles: 1 })).toEqual(['c']);
  });

  test('equal distances go by name, then id', () => {
    const engine = engineOf(
      place('2', { ...at(0), name: 'Ash' }),
      place('1', { ...at(0), name: 'Ash' }),
      place('3', { ...at(0), name: 'Áb' }),
    );
    expect(idsFor(engine, { near })).toEqual(['3', '1', '2']);
  });

  test('without a centre the order is by name, and a limit means nothing', () => {
    const engine = engineOf(place('b', at(0)), place('a', at(1)), place('\uffff'));
    expect(idsFor(engine, { withinMiles: 1 })).toEqual(['a', 'b', '\uffff']);
    expect(engine.search(everything).hits[0]).toEqual({ id: 'a', miles: null });
  });

  test('a circle over the date line or a pole is whole', () => {
    const engine = engineOf(
      place('east', { point: { latitude: 0, longitude: 180 } }),
      place('west', { point: { latitude: 0, longitude: -179.99 } }),
      place('pole', { point: { latitude: 89.99, longitude: 0 } }),
      place('across', { point: { latitude: 89.99, longitude: 180 } }),
    );
    const circle = (latitude: number, longitude: number) =>
      idsFor(engine, { near: { latitude, longitude }, withinMiles: 5, sort: 'name' });
    expect(circle(0, 179.99)).toEqual(['east', 'west']);
    expect(circle(90, 50)).toEqual(['across', 'pole']);
  });
});

test('ages that are not said match any age; both ends are included', () => {
  const engine = engineOf(place('said', { ages: { from: 24, to: 60 } }), place('unsaid'));
  expect(idsFor(engine, { ageMonths: 24 })).toEqual(['said', 'unsaid']);
  expect(idsFor(engine, { ageMonths: 60 })).toEqual(['said', 'unsaid']);
  expect(idsFor(engine, { ageMonths: 61 })).toEqual(['unsaid']);
});

describe('filters and counts', () => {
  const engine = engineOf(
    place('a', { facets: { kind: ['nursery'], day: ['mon', 'tue'] } }),
    place('b', { facets: { kind: ['nursery'], day: ['tue'] } }),
    place('c', { facets: { kind: ['playgroup'], day: ['mon'] } }),
  );
  const nursery = { facet: 'kind', anyOf: ['nursery'] };
  const monday = { facet: 'day', anyOf: ['mon'] };
  const countsFor = (filters: SearchQuery['filters'], count: readonly string[]) =>
    engine.search({ ...everything, filters, count }).counts;

  test('a facet with one group is counted as if that group were not there', () => {
    expect(countsFor([nursery, monday], ['kind', 'day'])).toEqual({
      kind: { nursery: 1, playgroup: 1 },
      day: { mon: 1, tue: 2 },
    });
  });

  test('a facet with several groups, or none, is counted within the hits', () => {
    const tuesday = { facet: 'day', anyOf: ['tue'] };
    expect(countsFor([monday, tuesday], ['kind', 'day'])).toEqual({
      kind: { nursery: 1 },
      day: { mon: 1, tue: 1 },
    });
  });

  test('an unknown value, an unknown facet and an empty group match nothing', () => {
    expect(idsFor(engine, { filters: [{ facet: 'kind', anyOf: ['castle'] }] })).toEqual([]);
    expect(idsFor(engine, { filters: [{ facet: 'constructor', anyOf: ['name'] }] })).toEqual([]);
    expect(idsFor(engine, { filters: [{ facet: 'kind', anyOf: [] }] })).toEqual([]);
    expect(countsFor([], ['castle', '__proto__'])).toEqual(
      JSON.parse('{"castle":{},"__proto__":{}}'),
    );
  });
});

describe('changes', () => {
  test('documents indexed and removed one after another give what a rebuild gives', () => {
    const random = randomFrom(11);
    const all = sampleDocuments(400, 12).map(({ document }) => document);
    const changing = engineOf(...all.slice(0, 200));
    const kept = new Map(all.slice(0, 200).map((document) => [document.id, document]));
    for (let round = 0; round < 30; round += 1) {
      const added = random.some(all, 0.05);
      const moved = random
        .some([...kept.values()], 0.02)
        .map((old) => ({ ...old, name: `Moved ${round}` }));
      const gone = random.some([...kept.keys()], 0.04);
      changing.index(added);
      changing.index(moved);
      changing.search(everything);
      changing.remove([...gone, 'never there']);
      for (const document of [...added, ...moved]) kept.set(document.id, document);
      for (const id of gone) kept.delete(id);
      const { query } = sampleQuery(random, random.some(parameters, 0.4));
      const fresh = engineOf(...kept.values());
      expect(changing.search(query)).toEqual(fresh.search(query));
      expect(changing.search(everything).total).toBe(kept.size);
    }
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
});
