import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf, queryText, splitLanguage } from '#platform/http/addresses.ts';
import {
  oneLine,
  oneOf,
  parseTyped,
  readTyped,
  several,
  showProblems,
  someOf,
  typedValue,
} from '#platform/http/form.ts';
import { problemAnswers } from '#platform/http/problem-answers.ts';
import { isFromThisSite } from '#platform/http/same-origin.ts';
import { isProblem, problems } from '#platform/problem.ts';
import { openTestApp } from '../support/test-app.ts';

const missing = 'brokerage:about.relation.missing';
const tooLong = 'brokerage:contact.name.tooLong';
const form = z.object({
  relation: oneOf(['parent', 'carer'], missing),
  name: oneLine.pipe(z.string().max(5, { error: tooLong })),
  ticks: someOf(['a', 'b']),
  all: several,
});

describe('what was typed', () => {
  test('is kept as it came, by field, files left out', () => {
    const data = new FormData();
    data.append('name', '  Amina ');
    data.append('ticks', 'a');
    data.append('ticks', 'b');
    data.append('photo', new File(['x'], 'x.png'));
    const typed = readTyped(data);
    expect({ ...typed }).toEqual({ name: ['  Amina '], ticks: ['a', 'b'] });
    expect([typedValue(typed, 'name'), typedValue(typed, 'none')]).toEqual(['  Amina ', '']);
  });

  test('is cut where no person could have typed on', () => {
    const typed = readTyped(new URLSearchParams({ name: 'x'.repeat(20_000) }));
    expect(typed['name']?.[0]).toHaveLength(10_000);
  });

  test('a field called like a part of every object is a field like any other', () => {
    const typed = readTyped(new URLSearchParams('__proto__=x&constructor=y&toString=z'));
    expect(Object.keys(typed).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(typedValue(readTyped(new URLSearchParams()), 'constructor')).toBe('');
  });
});

describe('a form', () => {
  test('gives a command: lines trimmed, choices in their order, unknown ticks dropped', () => {
    const typed = {
      relation: ['carer'],
      name: [' Bo '],
      ticks: ['b', 'x', 'a', 'a'],
      all: ['1', '1'],
    };
    expect(parseTyped(form, typed)).toEqual({
      ok: true,
      value: { relation: 'carer', name: 'Bo', ticks: ['a', 'b'], all: ['1'] },
    });
  });

  test('gives each field’s first problem, and what was typed back', () => {
    const typed = { relation: ['aunt'], name: ['Amina Bibi'] };
    expect(parseTyped(form, typed)).toEqual({
      ok: false,
      typed,
      problems: [
        { field: 'relation', key: missing },
        { field: 'name', key: tooLong },
      ],
    });
  });

  test('never fails otherwise, whatever is sent', () => {
    const fields = fc.dictionary(fc.string(), fc.array(fc.string()));
    fc.assert(
      fc.property(fields, (typed) => {
        const parsed = parseTyped(form, typed);
        expect(parsed.ok || parsed.problems.every(({ key }) => key.includes(':'))).toBe(true);
      }),
    );
  });

  test('its problems lead from the summary to each field, in words', () => {
    const { words } = openTestApp().as({ kind: 'public' });
    const shown = showProblems(words, [
      { field: 'relation', key: missing },
      { field: 'name', key: tooLong },
    ]);
    expect(shown.summary.map(({ href }) => href)).toEqual(['#relation', '#name']);
    expect(shown.of('relation')?.text).toBe(shown.summary[0]?.text);
    expect(shown.of('email')).toBeUndefined();
  });
});

test('every problem has an HTTP status of its own kind, and words', () => {
  const { words } = openTestApp().as({ kind: 'public' });
  for (const problem of problems) {
    const { status, title, text } = problemAnswers[problem];
    expect((status >= 400 && status <= 500) || status === 503).toBe(true);
    expect(words.t(title)).not.toContain(':');
    expect(words.t(text).length).toBeGreaterThan(10);
    expect(isProblem(problem)).toBe(true);
  }
  expect([isProblem('weather'), isProblem(undefined)]).toEqual([false, false]);
});

test('only this site may change anything', () => {
  const from = (headers: Record<string, string>, method = 'POST') =>
    isFromThisSite(method, new Headers(headers), 'fis.example');
  expect(from({ origin: 'https://fis.example' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(from({}, 'GET')).toBe(true);
  for (const origin of [
    'https://evil.example',
    'https://fis.example.evil',
    'null',
    '',
    'https://',
  ]) {
    expect(from({ origin, 'sec-fetch-site': 'same-origin' })).toBe(false);
  }
  for (const site of ['same-site', 'cross-site', 'none']) {
    expect(from({ 'sec-fetch-site': site })).toBe(false);
  }
  expect(from({})).toBe(false);
});

test('an address carries its language and only what was asked', () => {
  expect(addressOf('en', '/')).toBe('/');
  expect(addressOf('ur', '/')).toBe('/ur');
  expect(addressOf('ur', '/find', { q: '', near: 'M33', kind: ['a', 'b'], unsaid: false })).toBe(
    '/ur/find?near=M33&kind=a&kind=b',
  );
  expect(queryText({ q: 'a&b=c d' })).toBe('q=a%26b%3Dc+d');
  expect(splitLanguage('/ur/find', ['en', 'ur'])).toEqual({ language: 'ur', path: '/find' });
  expect(splitLanguage('/ur', ['en', 'ur'])).toEqual({ language: 'ur', path: '/' });
  expect(splitLanguage('/find', ['en', 'ur'])).toEqual({ language: 'en', path: '/find' });
  expect(splitLanguage('/urdu', ['en', 'ur'])).toEqual({ language: 'en', path: '/urdu' });
});
