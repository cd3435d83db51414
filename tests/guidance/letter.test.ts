import { expect, test } from 'vitest';
import { letterBlanks } from '#guidance/placeholders.ts';
import { letterPage } from '#guidance/letter-page.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { openTestApp } from '../support/test-app.ts';
import { realLibrary } from './library-of-files.ts';

const library = realLibrary();
const filled = {
  provider: 'Little Acorns',
  child: 'Amina',
  wanted: 'three mornings a week.',
  reason: 'We do not have the staff.',
  ask: 'meet us',
  name: 'Sam Lee',
  ...{ day: '1', month: '12', year: '2026' },
};

function post(typed: Readonly<Record<string, string>> | null, language = 'en') {
  const ctx = openTestApp().as({ kind: 'public' }, language);
  const data = typed === null ? null : new FormData();
  for (const [name, value] of Object.entries(typed ?? {})) data?.set(name, value);
  return letterPage(ctx, (path, query) => addressOf(language, path, query), library, data);
}

test('the letter with its blanks is word for word the one the article shows', () => {
  const blocks = library.get('refused-a-place')?.blocks ?? [];
  const shown = blocks.flatMap((block) => (block.kind === 'letter' ? block.paragraphs : []));
  const typed = { ...filled, wanted: '', ask: '', reason: 'because' };
  const values = { ...typed, date: '1 December 2026' };
  const expected = shown.map((text) =>
    letterBlanks.reduce((out, name) => out.replaceAll(`{letter:${name}}`, values[name]), text),
  );
  expect(post(typed).letter?.paragraphs).toEqual(expected);
});

test('what was asked for and what is asked now stand in it, without a second full stop', () => {
  const paragraphs = post(filled).letter?.paragraphs ?? [];
  expect(paragraphs).toContain('This is what I had asked for: three mornings a week.');
  expect(paragraphs).toContain('This is what I would like you to do now: meet us.');
  expect(paragraphs.join('\n')).not.toContain('..');
});

test('a child without a name is “my child”', () => {
  const text = post({ ...filled, child: ' ' }).letter?.paragraphs.join('\n');
  expect(text).toContain('a childcare place for my child.');
});

test('a reader of another language has the English letter, and beside it what it says', () => {
  const { letter } = post(filled, 'ur');
  expect(letter?.paragraphs).toEqual(post(filled).letter?.paragraphs);
  expect(letter?.meaning).toHaveLength(letter?.paragraphs.length ?? -1);
  expect(letter?.meaning?.join('')).toMatch(/\p{Script=Arabic}/u);
  expect(post(filled).letter?.meaning).toBeNull();
});

test('what is missing is said in the reader’s language, all at once, and nothing typed is lost', () => {
  const typed = { ...filled, provider: '', name: ' ', month: '13', reason: 'x'.repeat(601) };
  const { status, letter, form } = post(typed, 'pl');
  expect([status, letter]).toEqual([422, null]);
  expect(form.problems.summary.map(({ href }) => href).toSorted()).toEqual([
    '#date',
    '#name',
    '#provider',
    '#reason',
  ]);
  expect(form.problems.of('provider')?.text).toBe('Wpisz nazwę placówki');
  expect(form.fields.find(({ name }) => name === 'reason')?.value).toBe(typed.reason);
  expect(form.date.parts.map(({ value }) => value)).toEqual(['1', '13', '2026']);
});

test.each([
  ['30', '2', '2026'],
  ['', '', ''],
  ['1', '1', '26'],
  ['-1', '1', '2026'],
])('%s-%s-%s is no date', (day, month, year) => {
  expect(post({ ...filled, day, month, year }).form.problems.of('date')).toBeDefined();
});

test('the form comes back as it was when somebody wants to change it, and starts with today', () => {
  const back = post({ ...filled, do: 'change' });
  expect([back.status, back.letter]).toEqual([200, null]);
  expect(back.form.fields.map(({ value }) => value)).toContain('Sam Lee');
  expect(back.form.problems.summary).toEqual([]);
  expect(post(null).form.date.parts.map(({ value }) => value)).toEqual(['23', '11', '2026']);
});
