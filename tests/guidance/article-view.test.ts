import { expect, test } from 'vitest';
import { blocksOf } from '#guidance/article-blocks.ts';
import { articlePage, easyPage } from '#guidance/article-page.ts';
import { articleView, type Making } from '#guidance/article.view.ts';
import { guidanceList } from '#guidance/guidance-list.view.ts';
import type { Article, Library } from '#guidance/library.ts';
import { readMaking } from '#guidance/read-making.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { openTestApp } from '../support/test-app.ts';
import { realLibrary } from './library-of-files.ts';

const library = realLibrary();

function reader(language: string) {
  const ctx = openTestApp().as({ kind: 'public' }, language);
  const href: Making['href'] = (path, query) => addressOf(language, path, query);
  return { ctx, href, making: readMaking(ctx, href) };
}

function articleOf(slug: string): Article {
  const found = library.get(slug);
  if (!found) throw new Error(`No article ${slug}`);
  return found;
}

const withBody = (article: Article, body: string): Article => ({
  ...article,
  blocks: blocksOf(body),
  translations: new Map(),
});

const textIn = (view: ReturnType<typeof articleView>) => JSON.stringify(view.sections);

test('every article stands once in the list, under a topic, in every language', () => {
  for (const language of ['en', 'pl', 'ur']) {
    const { making } = reader(language);
    const topics = guidanceList(library, making.words, making.href);
    const listed = topics.flatMap(({ articles }) => articles.map(({ href }) => href));
    expect(listed.toSorted()).toEqual(
      [...library.keys()].map((slug) => making.href(`/guidance/${slug}`)).toSorted(),
    );
    expect(topics.flatMap(({ articles }) => articles).filter((one) => one.easyHref)).toHaveLength(
      5,
    );
  }
});

test('every article makes a page in every language with no placeholder left', () => {
  for (const language of ['en', 'pl', 'ur']) {
    const { ctx, href } = reader(language);
    for (const slug of library.keys()) {
      const page = articlePage(ctx, href, library, slug);
      if (!page.ok) throw new Error(slug);
      expect(JSON.stringify(page.value), slug).not.toMatch(/\{(?:figure|letter):|\*\*|\]\(/u);
      expect(page.value.related.length, slug).toBeGreaterThan(0);
    }
  }
});

test('figures come from the reference, in the language of the block they stand in', () => {
  const { making } = reader('pl');
  const view = articleView(library, articleOf('help-with-money'), making);
  expect(textIn(view)).toMatch(/1071,09\s£|1\s?071,09/u);
  expect(view.sources.map(({ figure }) => figure)).toContain('85%');
  expect(view.sources.every(({ href }) => href.startsWith('https://'))).toBe(true);
});

test('an unconfirmed figure is marked as such, in the text and among the sources', () => {
  const { making } = reader('en');
  const body =
    'You get {figure:care-to-learn.weekly} a week and {figure:universal.hoursPerWeek} h.';
  const view = articleView(library, withBody(articleOf('funded-hours'), body), making);
  const runs = view.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('runs' in block ? block.runs : [])),
  );
  expect(runs.filter(({ isUnconfirmed }) => isUnconfirmed).map(({ text }) => text)).toEqual([
    '£180',
  ]);
  expect(view.sources.map(({ isUnconfirmed }) => isUnconfirmed)).toEqual([true, false]);
});

test('a text whose figure is not in force is left out, and the points beside it are not', () => {
  const { making } = reader('en');
  const body = '- Now {figure:universal.nothing}\n- Kept\n\nGone {figure:universal.nothing}.';
  const view = articleView(library, withBody(articleOf('funded-hours'), body), making);
  expect(textIn(view)).toContain('Kept');
  expect(textIn(view)).not.toMatch(/Now|Gone|nothing/u);
});

test('what is not translated is marked English, with one sentence in the reader’s language', () => {
  const { making } = reader('ur');
  const article = articleOf('funded-hours');
  const whole = articleView(library, article, making);
  expect([whole.notice, whole.tongue]).toEqual([null, {}]);
  const bare = articleView(library, { ...article, translations: new Map() }, making);
  expect(bare.notice).toBe(making.words.t('guidance:language.none'));
  expect(bare.tongue).toEqual({ lang: 'en', dir: 'ltr' });
  expect(bare.sections.every(({ blocks }) => blocks.every(({ lang }) => lang === 'en'))).toBe(true);
  expect(textIn(bare)).toContain('href":"/ur/guidance/');
});

test('a translation of an older English page says so', () => {
  const { making } = reader('pl');
  const article = articleOf('funded-hours');
  const newer = { ...article, front: { ...article.front, reviewedOn: '2026-12-24' } };
  expect(articleView(library, newer, making).notice).toBe(
    making.words.t('guidance:language.older'),
  );
});

test('its facts say for whom it is, who keeps it and when it is looked at again', () => {
  const { making } = reader('en');
  const facts = (day: string) =>
    articleView(library, articleOf('refused-a-place'), { ...making, day }).facts.map(
      ({ key, value }) => `${key.text}: ${value.text}`,
    );
  expect(facts('2026-11-23')).toEqual([
    'Who it is for: Families of disabled children',
    'Child’s age: From birth to 18 years',
    'Who looks after it: SEND team',
    'Last reviewed: 22 November 2026',
    'Next review: 21 May 2027',
    'Read by an expert: Not yet',
  ]);
  expect(facts('2027-06-01')).toContain('Next review: 21 May 2027 (late)');
});

test('services lead to a search for their kinds, schemes to the checker', () => {
  const { making } = reader('pl');
  const view = articleView(library, articleOf('refused-a-place'), making);
  expect(view.services[0]?.href).toBe('/pl/find?kind=sendiass');
  expect(view.servicesHref).toBe(
    '/pl/find?kind=sendiass&kind=send-support&kind=advice&kind=family-information',
  );
  expect(view.checkerHref).toBe('/pl/checker');
  expect(view.schemes).toHaveLength(2);
});

test('a slug that is none is not found, nor Easy Read where there is none', () => {
  const { ctx, href } = reader('en');
  for (const slug of ['nothing', '__proto__', '', undefined])
    expect(articlePage(ctx, href, library, slug)).toEqual({ ok: false, problem: 'not-found' });
  expect(easyPage(ctx, href, library, 'fathers').ok).toBe(false);
});

test('Easy Read has one picture with words to each idea, and says when it is in English', () => {
  const { ctx, href } = reader('en');
  const page = easyPage(ctx, href, library, 'funded-hours');
  if (!page.ok) throw new Error('There is no Easy Read page');
  const ideas = page.value.rows.filter((row) => row.kind === 'idea');
  expect(ideas.length).toBeGreaterThan(10);
  expect(ideas.every(({ picture }) => picture !== null && picture.alt !== '')).toBe(true);

  const urdu: Library = new Map(
    [...library].map(([slug, article]) => [
      slug,
      { ...article, easy: new Map([...article.easy].filter(([code]) => code === 'en')) },
    ]),
  );
  const other = reader('ur');
  const shown = easyPage(other.ctx, other.href, urdu, 'funded-hours');
  expect(shown.ok && shown.value.tongue).toEqual({ lang: 'en', dir: 'ltr' });
  expect(shown.ok && shown.value.notice).not.toBeNull();
});
