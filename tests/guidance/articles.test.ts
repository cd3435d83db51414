import { globSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { articleAge, oldestReadingAge } from '#guidance/article-age.ts';
import { blocksOf, textsOf } from '#guidance/article-blocks.ts';
import { articleFront, easyFront } from '#guidance/article.ts';
import { letterBlanks, linksIn, placeholdersIn } from '#guidance/placeholders.ts';
import { contentFolder, guidanceFiles } from './guidance-files.ts';

const articles = guidanceFiles('en/*.md');
const easy = guidanceFiles('*/easy/*.md');
const every = guidanceFiles('**/*.md');
const slugs = new Set(articles.map(({ slug }) => slug));

const figures = new Set(
  globSync('reference/entitlements/*.json', { cwd: contentFolder }).flatMap((path) => {
    const scheme = z
      .object({ scheme: z.string().optional(), figures: z.record(z.string(), z.unknown()) })
      .safeParse(JSON.parse(readFileSync(join(contentFolder, path), 'utf8')));
    if (!scheme.success) return [];
    return Object.keys(scheme.data.figures).map((key) => `${scheme.data.scheme ?? ''}.${key}`);
  }),
);

test('there are at least 25 articles and five Easy Read pages, each of them an article too', () => {
  expect(articles.length).toBeGreaterThanOrEqual(25);
  const core = [
    'asking-for-help',
    'complaints',
    'disabled-child-childcare',
    'funded-hours',
    'what-we-do',
  ];
  expect(guidanceFiles('en/easy/*.md').map(({ slug }) => slug)).toEqual(core);
  expect(easy.filter(({ slug }) => !slugs.has(slug))).toEqual([]);
});

test.each([...articles, ...easy])('the fields of $path are those of an article', (file) => {
  const front = file.path.includes('easy')
    ? easyFront.parse(file.front)
    : articleFront.parse(file.front);
  expect(front.slug).toBe(file.slug);
  expect(front.nextReview > front.reviewedOn).toBe(true);
  const years = Number(front.nextReview.slice(0, 4)) - Number(front.reviewedOn.slice(0, 4));
  expect(years).toBeLessThanOrEqual(1);
});

test('every related article, scheme and link to an article exists, and none is its own relation', () => {
  for (const { path, slug, front, body } of articles) {
    const { related } = articleFront.parse(front);
    expect(
      related.filter((other) => other === slug || !slugs.has(other)),
      path,
    ).toEqual([]);
    expect(body).not.toMatch(/^# /mu);
  }
  for (const { path, body } of every)
    for (const href of linksIn(body)) expect(leads(href), `${path} links to ${href}`).toBe(true);
});

function leads(href: string): boolean {
  if (href.endsWith('.svg')) return existsSync(join(contentFolder, '../public', href));
  const article = /^\/guidance\/([a-z-]+)$/u.exec(href)?.[1];
  return article === undefined ? href === '/find' || href === '/ask' : slugs.has(article);
}

test('every placeholder names a figure we hold or a blank of the letter', () => {
  expect(figures.size).toBeGreaterThan(20);
  for (const { path, body } of every) {
    for (const { kind, key } of placeholdersIn(body)) {
      const known = kind === 'figure' ? figures : new Set<string>(letterBlanks);
      expect(known.has(key), `${path} speaks of ${kind}:${key}`).toBe(true);
    }
    expect(body.replaceAll(/\{[a-z]+:[\w.-]+\}/gu, ''), path).not.toMatch(/[{}]/u);
  }
});

/** Numbers that are no figure of the law: where to ring, an Act's year, ages, the Local Offer's end. */
const allowed = /\b(?:999|111|0800 1111|Equality Act 2010|(?:(?:to|aged?|do|wieku) )?25)\b/gu;
const typedFigure =
  /£|[%٪]|\p{Nd}{2,}|\p{Nd}+ ?(?:hours?|weeks?|months?|godzin|tygodni|miesi|گھنٹ|ہفت|ما[ہہ])/u;

test('no figure of the law is typed into an article', () => {
  expect(typedFigure.test('up to 30 hours')).toBe(true);
  expect(typedFigure.test('about £500')).toBe(true);
  for (const { path, body } of every) {
    const text = body.replaceAll(/\{[a-z]+:[\w.-]+\}|\(\/[^)]*\)/gu, '').replaceAll(allowed, '');
    const typed = text.split('\n').filter((line) => typedFigure.test(line.replace('2025', '')));
    expect(typed, path).toEqual([]);
  }
});

test.each(articles)('$path reads at age 11 or below and is as long as a page should be', (file) => {
  const { age, words } = articleAge(file.body);
  expect(age).toBeLessThanOrEqual(oldestReadingAge);
  expect(words).toBeGreaterThanOrEqual(350);
  expect(words).toBeLessThanOrEqual(700);
});

test.each(easy)('$path has one picture with words for each short idea', ({ body }) => {
  const blocks = blocksOf(body).filter(({ kind }) => kind !== 'heading');
  for (const [at, block] of blocks.entries()) {
    expect(block.kind).toBe(at % 2 === 0 ? 'picture' : 'paragraph');
    if (block.kind !== 'paragraph') continue;
    const sentences = block.text.split(/[.?!۔؟](?:\s|$)/u).filter((part) => part.trim() !== '');
    expect(sentences.length, block.text).toBeLessThanOrEqual(3);
    for (const sentence of sentences)
      expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(18);
  }
});

test('no word that the house does not use stands in an English article', () => {
  const banned = /\b(?:please|sorry|valid|invalid|oops|forbidden)\b/iu;
  for (const { path, body } of [...articles, ...guidanceFiles('en/easy/*.md')])
    for (const text of blocksOf(body).flatMap(textsOf)) expect(text, path).not.toMatch(banned);
});
