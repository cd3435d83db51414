import { describe, expect, test } from 'vitest';
import { knownReference } from '#entitlements/known-reference.ts';
import { libraryOf } from '#guidance/library.ts';
import { knownIndex } from '#guidance/search/known-index.ts';
import { searchPage } from '#guidance/search/search-page.ts';
import { findByWords, wordIndex } from '#guidance/search/word-index.ts';
import { foldWords } from '#platform/search/fold-words.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';
import { guidanceFiles } from './guidance-files.ts';

const library = libraryOf(
  guidanceFiles('**/*.md').map(({ path, front, body }) => ({
    id: path.replace(/\.md$/u, ''),
    data: front,
    body,
  })),
);

const search = (q: string, language = 'en') => {
  const app = openTestApp();
  const index = knownIndex(library, app.catalogue.speak(language), {
    catalogue: app.catalogue,
    reference: knownReference(),
  });
  return {
    guides: findByWords(index.guides, foldWords(q)),
    schemes: findByWords(index.schemes, foldWords(q)),
  };
};

describe('the words people use find the article meant first', () => {
  test.each([
    ['en', 'dads', 'fathers'],
    ['en', 'midwife', 'pregnancy'],
    ['en', 'single mum', 'lone-parents'],
    ['en', 'ehcp', 'send-support'],
    ['en', 'nany', 'checking-a-nanny'],
    ['en', 'grandparents', 'kinship-care'],
    ['pl', 'położna', 'pregnancy'],
    ['pl', 'skarga', 'complaints'],
    ['ur', 'حمل', 'pregnancy'],
  ])('%s: %s', (language, q, slug) => {
    expect(search(q, language).guides.slice(0, 2)).toContain(slug);
  });
});

describe('and the help with money', () => {
  test.each([
    ['en', '30 hours', 'working-parents'],
    ['en', 'uc', 'universal-credit'],
    ['en', 'top up account', 'tax-free-childcare'],
    ['pl', 'bezpłatne godziny', 'universal'],
    ['ur', 'مفت گھنٹے', 'universal'],
  ])('%s: %s', (language, q, key) => {
    expect(search(q, language).schemes.slice(0, 3)).toContain(key);
  });
});

test('of several words the best finds hold them all; what nobody has finds nothing', () => {
  const index = wordIndex([
    { item: 'both', texts: [{ text: 'a nursery at night', weight: 1 }] },
    { item: 'one', texts: [{ text: 'Nursery', weight: 10 }] },
  ]);
  expect(findByWords(index, ['nursery', 'night'])).toEqual(['both']);
  expect(findByWords(index, ['nursery'])).toEqual(['one', 'both']);
  expect(findByWords(index, ['nursrey'])).toEqual(['one', 'both']);
  expect(findByWords(index, ['zzzz'])).toEqual([]);
});

test('one search gives guidance, help and places, and says so when there is nothing', async () => {
  const app = openTestApp();
  addPlace(app, 'ey100001');
  addPlace(app, 'zebra-kindergarten');
  const ctx = app.as({ kind: 'public' });
  const ask = (q: string) => searchPage(ctx, (path) => path, new URLSearchParams({ q }), library);
  const found = await ask('nursery');
  expect([found.guides.length > 0, found.schemes.length > 0]).toEqual([true, true]);
  const places = async (q: string) => (await ask(q)).services?.places.map(({ href }) => href);
  const [kindergarten, other] = ['/provider/zebra-kindergarten', '/provider/ey100001'];
  expect(await places('nursery')).toEqual([other, kindergarten]);
  expect(await places('kindergarten'), 'what is called so comes first').toEqual([
    ...[kindergarten, other],
  ]);
  expect(await ask('zzzzqqq')).toMatchObject({ status: 200, isEmpty: true, services: null });
  expect(await ask('   ')).toMatchObject({ status: 200, isAsked: false });
  expect(await ask('a'.repeat(201))).toMatchObject({ status: 400, isAsked: false });
  for (const q of ['__proto__', '" OR 1=1 --', '\u202e\u2066x', '👶🏽']) {
    expect((await ask(q)).status).toBe(200);
  }
});
